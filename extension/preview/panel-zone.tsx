import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PreviewContext } from './context.ts';
import type { PreviewPanel } from './panels.ts';
import type { PanelSize } from './sizes.ts';

export interface PanelZoneProps extends PreviewContext {
  readonly panel: PreviewPanel;
  /** Null: as large as its zone. */
  readonly box: PanelSize['box'];
  readonly hidden: boolean;
}

/** The zone a panel sits in, as in a dashboard: a frame of the panel's own page. */
export function PanelZone({ panel, box, hidden, dashboard }: PanelZoneProps): JSX.Element {
  const { stem, title } = panel;
  // Only to spare the first drawing a change of theme: from then on the panel is told.
  const source = useMemo(() => {
    const { theme } = dashboard.state.peek();
    const page = `/extension/${stem}`;
    return theme === null ? page : `${page}?theme=${theme}`;
  }, [dashboard, stem]);
  return (
    <div
      class={`zone panel-zone panel-${stem}${box === null ? '' : ' zone-staged'}`}
      data-panel={stem}
      hidden={hidden}
    >
      <iframe
        title={title}
        src={source}
        style={
          box === null
            ? { width: '100%', height: '100%' }
            : { width: `${box.width}px`, height: `${box.height}px` }
        }
      />
    </div>
  );
}
