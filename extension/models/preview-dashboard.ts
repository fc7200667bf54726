import { type ReadonlySignal, signal } from '@preact/signals';
import type { DashboardHost, DemoViewer, HostState, Theme } from '../host/dashboard-host.ts';
import { createStandaloneHost } from '../host/standalone-host.ts';

/** The mock dashboard of the preview: a host for panels, with the controls that a real dashboard has elsewhere. */
export interface PreviewDashboard {
  readonly host: DashboardHost;
  readonly state: ReadonlySignal<HostState>;
  readonly setTheme: (theme: Theme) => void;
  /** Plays another role. What that role may not see must not stay selected. */
  readonly setViewer: (viewer: DemoViewer | null) => void;
  /** Lifts every filter and selection. */
  readonly reset: () => void;
}

export function createPreviewDashboard(initial: HostState): PreviewDashboard {
  const host = createStandaloneHost(initial);
  const state = signal(initial);
  host.observe(() => {
    state.value = host.state();
  });
  return {
    host,
    state,
    setTheme: (theme) => host.change({ theme }),
    setViewer: (viewer) => host.change({ viewer, selection: [] }),
    reset: () => host.change({ filters: {}, selection: [] }),
  };
}
