import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FanList, FanListItem } from '../../server/contract/index.ts';
import { ApiError } from '../api/api-error.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer, HostFilters } from '../host/dashboard-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import { debounce, type Timers } from './timers.ts';

export interface FanListQuery {
  readonly filters: HostFilters;
  readonly segment: string | null;
  readonly viewer: DemoViewer | null;
}

/** What follows the first page of a list, as far as it has been asked for. */
export interface FurtherFans {
  readonly items: readonly FanListItem[];
  readonly nextCursor: string | null;
  readonly busy: boolean;
  /** The last page asked for did not come. */
  readonly failed: boolean;
}

export interface FanListModel {
  readonly state: ReadonlySignal<LoadState<FanList>>;
  readonly further: ReadonlySignal<FurtherFans>;
  readonly search: ReadonlySignal<string>;
  readonly setSearch: (text: string) => void;
  readonly show: (query: FanListQuery) => void;
  /** Loads the next page, unless it is on its way or there is none. */
  readonly more: () => void;
  readonly retry: () => void;
}

export interface FanListDeps {
  readonly api: Pick<ApiClient, 'fans'>;
  readonly timers: Timers;
}

const PAGE = 50;
const SETTLE_MS = 200;

interface Question extends FanListQuery {
  readonly search: string;
}

/** Pages after a first page: another first page has none yet. */
interface Pages extends FurtherFans {
  readonly first: FanList;
}

/** A list of fans that grows page by page; a cursor keeps all pages on the run of the first. */
export function createFanList({ api, timers }: FanListDeps): FanListModel {
  const search = signal('');
  let query: FanListQuery | null = null;
  let question: Question | null = null;
  const loader = createLoader<Question, FanList>({
    load: (asked, aborted) => api.fans({ ...parametersOf(asked), limit: PAGE }, aborted),
    keyOf: (asked) => JSON.stringify(asked),
    timers,
  });
  const loaded = signal<Pages | null>(null);
  const further = computed<FurtherFans>(() => {
    const state = loader.state.value;
    const first = state.kind === 'ready' ? state.data : null;
    if (loaded.value !== null && loaded.value.first === first) return loaded.value;
    return { items: [], nextCursor: first?.next_cursor ?? null, busy: false, failed: false };
  });
  const isShown = (first: FanList): boolean => {
    const state = loader.state.peek();
    return state.kind === 'ready' && state.data === first;
  };
  const ask = (): void => {
    if (query === null) return;
    question = { ...query, search: search.peek().trim() };
    loader.show(question);
  };
  const settled = debounce(timers, SETTLE_MS, ask);
  const more = (): void => {
    const state = loader.state.peek();
    const { items, nextCursor, busy } = further.peek();
    if (state.kind !== 'ready' || state.busy || busy) return;
    if (nextCursor === null || question === null) return;
    const first = state.data;
    const become = (pages: FurtherFans): void => {
      // Meanwhile another question may have been answered; its pages are not these.
      if (isShown(first)) loaded.value = { ...pages, first };
    };
    become({ items, nextCursor, busy: true, failed: false });
    api
      .fans(
        { ...parametersOf(question), limit: PAGE, cursor: nextCursor },
        new AbortController().signal,
      )
      .then(
        (page) =>
          become({
            items: [...items, ...page.items],
            nextCursor: page.next_cursor,
            busy: false,
            failed: false,
          }),
        (error: unknown) => {
          if (error instanceof ApiError) become({ items, nextCursor, busy: false, failed: true });
        },
      );
  };
  return {
    state: loader.state,
    further,
    search,
    setSearch: (text) => {
      search.value = text;
      settled.call();
    },
    show: (next) => {
      const first = query === null;
      query = next;
      if (first) ask();
      else settled.call();
    },
    more,
    retry: loader.reload,
  };
}

function parametersOf({ filters, segment, search }: Question) {
  return {
    ...filters,
    segment: segment ?? undefined,
    q: search === '' ? undefined : search,
  };
}
