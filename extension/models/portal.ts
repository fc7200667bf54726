import { type ReadonlySignal, signal } from '@preact/signals';
import type { Portal } from '../../server/contract/index.ts';
import type { PortalClient } from '../api/portal.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';
import { type VizTrouble, vizTrouble } from './viz-trouble.ts';

/** A dashboard of a department, as an address names it. */
export interface Place {
  readonly department: string;
  readonly name: string;
}

export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'failed'; readonly trouble: VizTrouble };

/** Shows a dashboard in the page; rejects where Tableau's own code cannot be loaded. */
export type ShowViz = (
  viz: { readonly url: string; readonly token: string },
  heard: { readonly shown: () => void; readonly failed: (code: unknown, message: unknown) => void },
) => Promise<void>;

export interface PortalModel {
  readonly portal: ReadonlySignal<LoadState<Portal>>;
  readonly place: ReadonlySignal<Place | null>;
  readonly shown: ReadonlySignal<Shown>;
  readonly retry: () => void;
}

export interface PortalDeps {
  readonly api: PortalClient;
  readonly timers: Timers;
  readonly show: ShowViz;
  /** What the address asks for. */
  readonly asked: Place | null;
  /** Called with every place that is opened, for the address. */
  readonly opened: (place: Place) => void;
}

const PATIENCE_MS = 45_000;

export function createPortal({ api, timers, show, asked, opened }: PortalDeps): PortalModel {
  const place = signal<Place | null>(null);
  const shown = signal<Shown>({ kind: 'nothing' });
  let newest = 0;
  let cancelPatience = (): void => {};
  const loader = createLoader<'portal', Portal>({
    load: async (_question, aborted) => {
      const portal = await api.dashboards(aborted);
      const first = wanted(portal, place.peek() ?? asked);
      if (first !== null) open(portal, first);
      return portal;
    },
    keyOf: (question) => question,
    timers,
  });

  function open(portal: Portal, target: Place): void {
    const dashboard = dashboardAt(portal, target);
    if (dashboard === undefined) return;
    newest += 1;
    const mine = newest;
    const fail = (code: unknown, message: unknown): void => {
      if (mine !== newest) return;
      cancelPatience();
      shown.value = { kind: 'failed', trouble: vizTrouble(code, message) };
    };
    place.value = target;
    shown.value = { kind: 'loading' };
    opened(target);
    cancelPatience();
    cancelPatience = timers.after(PATIENCE_MS, () => fail('too-slow', ''));
    const heard = {
      shown: () => {
        if (mine !== newest) return;
        cancelPatience();
        shown.value = { kind: 'shown' };
      },
      failed: fail,
    };
    // A token is good for one dashboard, once.
    api
      .token(new AbortController().signal)
      .then(({ token }) =>
        mine === newest ? show({ url: dashboard.url, token }, heard) : undefined,
      )
      .catch(() => fail('no-token', ''));
  }

  loader.show('portal');
  return {
    portal: loader.state,
    place,
    shown,
    retry: loader.reload,
  };
}

function dashboardAt({ departments }: Portal, { department, name }: Place) {
  const found = departments.find((each) => each.department === department);
  return found?.dashboards.find((each) => each.name === name);
}

/** What was asked for where it is there, else the first dashboard of that department, else the first of all. */
function wanted(portal: Portal, asked: Place | null): Place | null {
  if (portal.missing.length > 0) return null;
  if (asked !== null && dashboardAt(portal, asked) !== undefined) return asked;
  const own = portal.departments.find(({ department }) => department === asked?.department);
  const { department, dashboards } = own ?? portal.departments[0] ?? {};
  const first = dashboards?.[0];
  return department === undefined || first === undefined ? null : { department, name: first.name };
}
