import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PreviewContext } from './context.ts';

/** The zone a panel sits in, as in a dashboard: a frame of the panel's own page. */
export function PanelZone({ size, dashboard }: PreviewContext): JSX.Element {
  const { box } = size.value;
  // Only to spare the first drawing a change of theme: from then on the panel is told.
  const source = useMemo(() => {
    const { theme } = dashboard.state.peek();
    return theme === null ? '/extension/score-rings' : `/extension/score-rings?theme=${theme}`;
  }, [dashboard]);
  return (
    <div class={box === null ? 'zone zone-rings' : 'zone zone-rings zone-staged'}>
      <iframe
        title="Score rings"
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
