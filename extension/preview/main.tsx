import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { createBrowserHttp } from '../api/browser-http.ts';
import { createApiClient } from '../api/client.ts';
import { createDemoSession } from '../api/session.ts';
import { servePanels } from '../host/preview-stage.ts';
import { hostStateFromQuery, queryFromHostState } from '../host/query-state.ts';
import { createFanList } from '../models/fan-list.ts';
import { createPreviewDashboard } from '../models/preview-dashboard.ts';
import { createPreviewFacts } from '../models/preview-facts.ts';
import { createBrowserTimers } from '../ui/browser-timers.ts';
import { createFormat } from '../ui/format.ts';
import { usableLocale } from '../ui/locale.ts';
import { createThemeSwitch } from '../ui/theme.ts';
import { readThresholds } from '../ui/thresholds.ts';
import type { PreviewContext } from './context.ts';
import { FanListZone } from './fan-list.tsx';
import { Header } from './header.tsx';
import { PanelZone } from './panel-zone.tsx';
import { PANELS, viewFromQuery } from './panels.ts';
import { PANEL_SIZES, type PanelSize } from './sizes.ts';
import { Views } from './views.tsx';
import { TierBars, Worksheets } from './worksheets.tsx';

/** A panel wider than this takes the row for itself. */
const WIDEST_BESIDE_LIST = 860;
const WHOLE_ZONE: PanelSize = { name: 'Zone', box: null };

function start(root: HTMLElement): void {
  const setTheme = createThemeSwitch(window);
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  const initial = hostStateFromQuery(location.search);
  const dashboard = createPreviewDashboard({ ...initial, theme: initial.theme ?? theme });
  const timers = createBrowserTimers(window);
  const session = createDemoSession(() => dashboard.state.peek().viewer);
  const api = createApiClient(createBrowserHttp(window, session));
  const context: PreviewContext = {
    dashboard,
    facts: createPreviewFacts({ api, timers }),
    fans: createFanList({ api, timers }),
    format: createFormat({
      locale: usableLocale(initial.locale),
      today: new Date(),
      thresholds: readThresholds(document),
    }),
    segment: signal<string | null>(null),
    view: signal(viewFromQuery(location.search)),
    size: signal(PANEL_SIZES[0] ?? WHOLE_ZONE),
  };
  servePanels(window, dashboard.host);
  effect(() => {
    const state = dashboard.state.value;
    setTheme(state.theme);
    const query = queryFromHostState(state);
    history.replaceState(null, '', `${location.pathname}?panel=${context.view.value}&${query}`);
    const { filters, viewer } = state;
    context.facts.show({ viewer, filters });
    context.fans.show({ filters, viewer, segment: context.segment.value });
  });
  render(<Preview {...context} />, root);
}

function Preview(context: PreviewContext) {
  return (
    <div class="preview">
      <Header {...context} />
      <Views {...context} />
      <Stage {...context} />
    </div>
  );
}

/**
 * Every panel in a place of its own, beside worksheets; or one of them with room, or at a size of choice, and all
 * worksheets around it. A panel that was shown once is only hidden: what was chosen in it stays chosen.
 */
function Stage(context: PreviewContext) {
  const shown = useRef(new Set<string>());
  const alone = PANELS.find(({ stem }) => stem === context.view.value);
  const box = alone === undefined ? null : context.size.value.box;
  const grid = (box?.width ?? 0) > WIDEST_BESIDE_LIST ? 'grid grid-wide' : 'grid';
  return (
    <main class={alone === undefined ? 'grid grid-all' : grid} aria-label="Dashboard">
      {PANELS.map((panel) => {
        const hidden = alone !== undefined && panel !== alone;
        if (!hidden) shown.current.add(panel.stem);
        return shown.current.has(panel.stem) ? (
          <PanelZone key={panel.stem} {...context} panel={panel} box={box} hidden={hidden} />
        ) : (
          // Keeps the place, so that no frame is ever moved: that would load it anew.
          <div key={panel.stem} hidden />
        );
      })}
      {alone === undefined ? <TierBars {...context} /> : null}
      <FanListZone {...context} />
      {alone === undefined ? null : <Worksheets {...context} />}
    </main>
  );
}

const root = document.getElementById('app');
if (root !== null) start(root);
