import { type ReadonlySignal, signal } from '@preact/signals';
import type { FanListItem } from '../../server/contract/index.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer } from '../host/dashboard-host.ts';
import { createPages, type Pages } from './pages.ts';
import { debounce, type Timers } from './timers.ts';

export interface FanSearch {
  readonly text: ReadonlySignal<string>;
  readonly found: Pages<SearchQuestion, FanListItem>['rows'];
  readonly type: (text: string) => void;
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
  const text = signal('');
  const pages = createPages<SearchQuestion, FanListItem>(async ({ q }, _place, aborted) => {
    const { items, total } = await api.fans({ q, limit: MOST }, aborted);
    return { items, total, next_cursor: null };
  });
  const settled = debounce(timers, SETTLE_MS, () => {
    const q = text.peek().trim();
    if (q !== '') pages.show({ q, viewer: viewer() });
  });
  return {
    text,
    found: pages.rows,
    type: (next) => {
      text.value = next;
      settled.call();
    },
    stop: () => {
      settled.cancel();
      pages.stop();
    },
  };
}
