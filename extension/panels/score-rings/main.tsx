import { signal } from '@preact/signals';
import { render } from 'preact';
import { createBrowserHttp } from '../../api/browser-http.ts';
import { createApiClient } from '../../api/client.ts';
import { createDemoSession } from '../../api/session.ts';
import type { DashboardHost, HostState } from '../../host/dashboard-host.ts';
import { connectPreviewHost } from '../../host/preview-host.ts';
import { createScoreRings } from '../../models/score-rings.ts';
import { createBrowserTimers } from '../../ui/browser-timers.ts';
import { createFormat } from '../../ui/format.ts';
import { usableLocale } from '../../ui/locale.ts';
import { readMotion } from '../../ui/motion.ts';
import { createThemeSwitch } from '../../ui/theme.ts';
import { LoadingPanel, ScoreRingsPanel } from './panel.tsx';
import { createPanelTools } from './panel-tools.ts';

const TICK_MS = 30_000;

function start(root: HTMLElement, host: DashboardHost): void {
  const timers = createBrowserTimers(window);
  const setTheme = createThemeSwitch(window);
  const session = createDemoSession(() => host.state().viewer);
  const api = createApiClient(createBrowserHttp(window, session));
  const model = createScoreRings({ host, api, session, timers });
  const tools = createPanelTools(window);
  const motion = readMotion(getComputedStyle(document.documentElement));
  const state = signal<HostState>(host.state());
  const now = signal(timers.now());
  const format = createFormat({
    locale: usableLocale(state.peek().locale),
    today: tools.wallClock(),
  });

  const read = (): void => {
    state.value = host.state();
    setTheme(state.peek().theme);
  };
  read();
  host.observe(read);
  setInterval(() => {
    now.value = timers.now();
  }, TICK_MS);

  function Panel() {
    // An answer may be newer than the last tick.
    const shown = model.state.value;
    const latest = shown.kind === 'ready' ? Math.max(now.value, shown.loadedAt) : now.value;
    const context = { model, format, motion, tools, host: state.value, now: latest };
    return <ScoreRingsPanel {...context} />;
  }
  render(<Panel />, root);
}

const root = document.getElementById('app');
if (root !== null) {
  render(<LoadingPanel />, root);
  void connectPreviewHost(window).then((host) => start(root, host));
}
