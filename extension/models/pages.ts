import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiError, type ApiTrouble } from '../api/api-error.ts';

/** A page as the service answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next_cursor: string | null;
}

export interface PagePlace {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** A long list of which the rows so far are known; a new object whenever there are more. */
export interface Rows<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** No row of the question is known yet; those shown are of the question before. */
  readonly busy: boolean;
  readonly trouble: ApiTrouble | null;
}

export interface Pages<Q, T> {
  readonly rows: ReadonlySignal<Rows<T>>;
  /** Starts over with another question; the same one changes nothing. */
  readonly show: (question: Q) => void;
  /** Asks for as many pages as it takes to know the row at `index`. */
  readonly reach: (index: number) => void;
  readonly retry: () => void;
  readonly stop: () => void;
}

export type LoadPage<Q, T> = (
  question: Q,
  place: PagePlace,
  signal: AbortSignal,
) => Promise<Page<T>>;

const FIRST_PAGE = 100;
const PAGE = 500;
/** Rows to know beyond those that are looked at. */
const AHEAD = 80;

/** A list of the service, page after page as far as someone looks; its cursor keeps all pages on one run. */
export function createPages<Q, T>(load: LoadPage<Q, T>): Pages<Q, T> {
  const rows = signal<Rows<T>>({ items: [], total: 0, busy: true, trouble: null });
  let question: Q | null = null;
  let key = '';
  let flight: AbortController | null = null;
  let cursor: string | null = null;
  let wanted = 0;

  const start = (from: string | null): void => {
    flight?.abort();
    if (question === null) return;
    const mine = new AbortController();
    flight = mine;
    const place = { limit: from === null ? FIRST_PAGE : PAGE, cursor: from ?? undefined };
    load(question, place, mine.signal).then(
      ({ items, total, next_cursor }) => {
        if (flight !== mine) return;
        flight = null;
        cursor = next_cursor;
        const known = from === null ? [] : rows.peek().items;
        rows.value = { items: [...known, ...items], total, busy: false, trouble: null };
        further();
      },
      (error: unknown) => {
        if (flight !== mine) return;
        flight = null;
        rows.value = { ...rows.peek(), busy: false, trouble: troubleOf(error) };
      },
    );
  };
  const further = (): void => {
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
      further();
    },
    retry: () => {
      if (cursor === null) restart();
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
