import { signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { createBrowserHttp } from '../../api/browser-http.ts';
import type { HttpDeps } from '../../api/http.ts';
import { createDemoSession, type Session } from '../../api/session.ts';
import { connectHost } from '../../host/connect-host.ts';
import type { DashboardHost, HostState } from '../../host/dashboard-host.ts';
import type { Timers } from '../../models/timers.ts';
import { createBrowserTimers } from '../../ui/browser-timers.ts';
import { createFontSwitch } from '../../ui/font-switch.ts';
import { createFormat } from '../../ui/format.ts';
import { usableLocale } from '../../ui/locale.ts';
import { readMotion } from '../../ui/motion.ts';
import { createThemeSwitch } from '../../ui/theme.ts';
import { readThresholds } from '../../ui/thresholds.ts';
import { createPanelTools } from './panel-tools.ts';
import type { PanelView } from './panel-view.ts';

/** What a panel's models are made of. */
export interface PanelParts {
  readonly host: DashboardHost;
  readonly http: HttpDeps;
  readonly session: Session;
  readonly timers: Timers;
}

export interface PanelPage {
  /** Shown until the dashboard has answered. */
  readonly loading: () => JSX.Element;
  /** Makes the panel's models, once; what it returns draws them, again whenever a signal it read changes. */
  readonly create: (parts: PanelParts) => (view: PanelView) => JSX.Element;
}

const TICK_MS = 30_000;

/** What the entry of every panel does: connect to the dashboard, make the models, draw. */
export function startPanel(page: Window & typeof globalThis, panel: PanelPage): void {
  const root = page.document.getElementById('app');
  if (root === null) return;
  render(<panel.loading />, root);
  const stem = page.location.pathname.split('/').filter(Boolean).at(-1) ?? '';
  void connectHost(page, stem).then(async (connection) => {
    if (connection.kind === 'connected') {
      run(page, { root, host: connection.host, panel });
      return;
    }
    createThemeSwitch(page);
    // Seldom needed, and by a page that has just been loaded from the same place.
    const { HostRefused } = await import('./host-refused.tsx');
    render(
      <HostRefused
        title={page.document.title}
        because={connection.because}
        onRetry={() => page.location.reload()}
        onAlone={() => void connection.alone().then((host) => run(page, { root, host, panel }))}
      />,
      root,
    );
  });
}

interface Running {
  readonly root: HTMLElement;
  readonly host: DashboardHost;
  readonly panel: PanelPage;
}

function run(page: Window & typeof globalThis, { root, host, panel }: Running): void {
  const timers = createBrowserTimers(page);
  const setTheme = createThemeSwitch(page);
  const setFont = createFontSwitch(page.document);
  const session = createDemoSession(() => host.state().viewer);
  const tools = createPanelTools(page);
  const motion = readMotion(page.getComputedStyle(page.document.documentElement));
  const state = signal<HostState>(host.state());
  const now = signal(timers.now());
  const format = createFormat({
    locale: usableLocale(state.peek().locale),
    today: tools.wallClock(),
    thresholds: readThresholds(page.document),
  });
  const draw = panel.create({ host, http: createBrowserHttp(page, session), session, timers });

  const read = (): void => {
    state.value = host.state();
    setTheme(state.peek().theme);
    setFont(state.peek().fonts?.text ?? null);
  };
  read();
  host.observe(read);
  page.setInterval(() => {
    now.value = timers.now();
  }, TICK_MS);

  function Panel() {
    const { clearFilters } = host;
    return draw({ host: state.value, clearFilters, format, motion, tools, now: now.value });
  }
  render(<Panel />, root);
}
