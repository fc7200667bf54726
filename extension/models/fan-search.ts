import type { FanListItem } from '../../server/contract/index.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer } from '../host/dashboard-host.ts';
import { createPages, type Pages } from './pages.ts';
import { debounce, type Timers } from './timers.ts';

export interface FanSearch {
  readonly found: Pages<SearchQuestion, FanListItem>['rows'];
  /** Looks for what has been typed, once typing rests. */
  readonly ask: (text: string) => void;
  readonly stop: () => void;
}

export interface SearchQuestion {
  readonly q: string;
  readonly viewer: DemoViewer | null;
}

export interface FanSearchDeps {
  readonly api: Pick<ApiClient, 'fans'>;
  readonly viewer: () => DemoViewer | null;
  readonly timers: Timers;
}

const SETTLE_MS = 200;
/** As many as fit below the box. */
const MOST = 8;

/** Finds one fan by a part of the name or the id. */
export function createFanSearch({ api, viewer, timers }: FanSearchDeps): FanSearch {
  let asked = '';
  const pages = createPages<SearchQuestion, FanListItem>(async ({ q }, _place, aborted) => {
    const { items, total } = await api.fans({ q, limit: MOST }, aborted);
    return { items, total, next_cursor: null };
  });
  const settled = debounce(timers, SETTLE_MS, () => {
    if (asked !== '') pages.show({ q: asked, viewer: viewer() });
  });
  return {
    found: pages.rows,
    ask: (text) => {
      asked = text.trim();
      settled.call();
    },
    stop: () => {
      settled.cancel();
      pages.stop();
    },
  };
}
