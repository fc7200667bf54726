import { type ReadonlySignal, signal } from '@preact/signals';
import type { FanListItem, Meta } from '../../server/contract/index.ts';
import { ApiError, type ApiTrouble } from '../api/api-error.ts';
import type { ApiClient, FanQuery } from '../api/client.ts';
import type { DemoViewer } from '../host/dashboard-host.ts';

export interface FanPagesQuestion {
  readonly query: FanQuery;
  readonly viewer: DemoViewer | null;
  /** The list is of this run, or of a newer one. */
  readonly runId: string | null;
}

/** A long list of which the rows so far are known; a new object whenever there are more. */
export interface FanRows {
  readonly items: readonly FanListItem[];
  readonly total: number;
  readonly meta: Meta | null;
  /** No row of the question is known yet; those shown are of the question before. */
  readonly busy: boolean;
  readonly trouble: ApiTrouble | null;
}

export interface FanPages {
  readonly rows: ReadonlySignal<FanRows>;
  readonly show: (question: FanPagesQuestion) => void;
  /** Asks for as many pages as it takes to know the row at `index`. */
  readonly reach: (index: number) => void;
  readonly retry: () => void;
  readonly stop: () => void;
}

export interface FanPagesDeps {
  readonly api: Pick<ApiClient, 'fans'>;
}

const FIRST_PAGE = 100;
const PAGE = 500;
/** Rows to know beyond those that are looked at. */
const AHEAD = 80;

const NOTHING: FanRows = { items: [], total: 0, meta: null, busy: true, trouble: null };

/** The fans of a list, page after page as far as someone looks; all pages are of the run of the first. */
export function createFanPages({ api }: FanPagesDeps): FanPages {
  const rows = signal<FanRows>(NOTHING);
  let question: FanPagesQuestion | null = null;
  let key = '';
  let flight: AbortController | null = null;
  let cursor: string | null = null;
  let wanted = 0;

  const ask = async (mine: AbortController, from: string | null): Promise<void> => {
    if (question === null) return;
    const page = { limit: from === null ? FIRST_PAGE : PAGE, cursor: from ?? undefined };
    const answer = await api.fans({ ...question.query, ...page }, mine.signal);
    if (flight !== mine) return;
    flight = null;
    cursor = answer.next_cursor;
    const before = from === null ? [] : rows.peek().items;
    rows.value = {
      items: [...before, ...answer.items],
      total: answer.total,
      meta: answer.meta,
      busy: false,
      trouble: null,
    };
    next();
  };
  const start = (from: string | null): void => {
    flight?.abort();
    const mine = new AbortController();
    flight = mine;
    ask(mine, from).catch((error: unknown) => {
      if (flight !== mine) return;
      flight = null;
      rows.value = { ...rows.peek(), busy: false, trouble: troubleOf(error) };
    });
  };
  const next = (): void => {
    const { items, trouble } = rows.peek();
    if (flight !== null || cursor === null || trouble !== null) return;
    if (items.length < wanted + AHEAD) start(cursor);
  };
  const restart = (): void => {
    cursor = null;
    wanted = 0;
    rows.value = { ...rows.peek(), busy: true, trouble: null };
    start(null);
  };
  return {
    rows,
    show: (asked) => {
      const asKey = JSON.stringify(asked);
      if (asKey === key) return;
      key = asKey;
      question = asked;
      restart();
    },
    reach: (index) => {
      wanted = index;
      next();
    },
    retry: () => {
      const { items, busy } = rows.peek();
      if (busy || items.length === 0 || cursor === null) restart();
      else {
        rows.value = { ...rows.peek(), trouble: null };
        start(cursor);
      }
    },
    stop: () => {
      flight?.abort();
      flight = null;
      question = null;
      key = '';
    },
  };
}

function troubleOf(error: unknown): ApiTrouble {
  return error instanceof ApiError
    ? error.trouble
    : { kind: 'not_understood', detail: null, requestId: '', retryAfter: null };
}
