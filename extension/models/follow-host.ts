import type { DashboardHost, DemoViewer, HostFilters } from '../host/dashboard-host.ts';
import { debounce, every, type Timers } from './timers.ts';

/** Whom a panel asks about, and who asks. */
export interface Audience {
  readonly filters: HostFilters;
  readonly viewer: DemoViewer | null;
}

export interface FollowedHost {
  readonly host: DashboardHost;
  readonly timers: Timers;
  /** Called at once, and after every burst of changes. */
  readonly ask: (audience: Audience) => void;
  /** Called every five minutes. */
  readonly refresh: () => void;
}

const SETTLE_MS = 200;
const REFRESH_MS = 5 * 60_000;

/** Keeps a panel's question that of its dashboard; returns how to stop. */
export function followHost({ host, timers, ask, refresh }: FollowedHost): () => void {
  const read = (): void => {
    const { filters, viewer } = host.state();
    ask({ filters, viewer });
  };
  const settled = debounce(timers, SETTLE_MS, read);
  const stops = [host.observe(settled.call), settled.cancel, every(timers, REFRESH_MS, refresh)];
  read();
  return () => {
    for (const stop of stops) stop();
  };
}
