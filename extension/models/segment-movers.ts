import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SegmentMovers } from '../../server/contract/index.ts';
import type { SegmentsClient } from '../api/segments-client.ts';
import type { Audience } from './follow-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

export interface MoversQuestion extends Audience {
  readonly segment: string;
  /** The day to count from; null: the run before. */
  readonly since: string | null;
  readonly runId: string;
}

/** Who entered and who left a segment, and the count before and after. */
export interface Movers {
  readonly state: ReadonlySignal<LoadState<SegmentMovers>>;
  /** Whether they are listed one by one. */
  readonly listed: Signal<boolean>;
  readonly since: Signal<string | null>;
  readonly show: (question: MoversQuestion) => void;
  readonly more: () => void;
  readonly retry: () => void;
  readonly stop: () => void;
}

export interface MoversDeps {
  readonly api: Pick<SegmentsClient, 'movers'>;
  readonly timers: Timers;
}

const PAGE = 100;

export function createMovers({ api, timers }: MoversDeps): Movers {
  const listed = signal(false);
  const since = signal<string | null>(null);
  const limit = signal(PAGE);
  const loader = createLoader<MoversQuestion & { readonly limit: number }, SegmentMovers>({
    load: (asked, aborted) => {
      const { segment, filters, since: day, limit: most } = asked;
      return allUpTo(api, { ...filters, segment, since: day ?? undefined, limit: most }, aborted);
    },
    keyOf: (asked) => JSON.stringify(asked),
    timers,
  });
  let question: MoversQuestion | null = null;
  const ask = (): void => {
    if (question !== null) loader.show({ ...question, limit: limit.peek() });
  };
  return {
    state: loader.state,
    listed,
    since,
    show: (asked) => {
      if (JSON.stringify(asked) !== JSON.stringify(question)) limit.value = PAGE;
      question = asked;
      ask();
    },
    more: () => {
      limit.value = limit.peek() * 4;
      ask();
    },
    retry: loader.reload,
    stop: loader.stop,
  };
}

const LARGEST_PAGE = 500;

/** The first `limit` of them: a page of the service has 500 at most. */
async function allUpTo(
  api: MoversDeps['api'],
  query: Parameters<SegmentsClient['movers']>[0] & { readonly limit: number },
  aborted: AbortSignal,
): Promise<SegmentMovers> {
  const first = await api.movers({ ...query, limit: Math.min(query.limit, LARGEST_PAGE) }, aborted);
  const items = [...first.items];
  let cursor = first.next_cursor;
  while (cursor !== null && items.length < query.limit) {
    const page = await api.movers({ ...query, cursor, limit: LARGEST_PAGE }, aborted);
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return { ...first, items, next_cursor: cursor };
}

/** A segment of which there is only one published day has nobody to compare with. */
export function isFirstDay(state: LoadState<unknown>): boolean {
  return state.kind === 'failed' && state.trouble.kind === 'no_scores';
}
