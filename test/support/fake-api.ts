import { ApiError, type ApiErrorKind } from '../../extension/api/api-error.ts';
import type { ApiClient } from '../../extension/api/client.ts';
import { cohort, cohortReceipt } from './cohort-answer.ts';
import { history } from './history-answers.ts';
import { profile, receipt, scoreRecord } from './panel-answers.ts';

export interface FakeApi {
  readonly client: ApiClient;
  /** Names of the reads so far, each with what it asked for. */
  readonly calls: string[];
}

type Read = keyof ApiClient;

/** A client that answers at once from memory; `changes` replaces single reads. */
export function createFakeApi(changes: Partial<ApiClient> = {}): FakeApi {
  const calls: string[] = [];
  const note = <A, T>(read: Read, answer: (asked: A, signal: AbortSignal) => Promise<T>) => {
    return (asked: A, signal: AbortSignal): Promise<T> => {
      calls.push(`${read} ${JSON.stringify(asked)}`);
      return answer(asked, signal);
    };
  };
  const unasked = (): Promise<never> => Promise.reject(new Error('nobody should ask this'));
  const all: ApiClient = {
    cohort: () => Promise.resolve(cohort()),
    cohortReceipt: () => Promise.resolve(cohortReceipt()),
    score: (id) => Promise.resolve(scoreRecord({ wonder_id: id })),
    history: () => Promise.resolve(history([])),
    receipt: () => Promise.resolve(receipt()),
    fan: () => Promise.resolve(profile()),
    fanNarrative: unasked,
    fans: unasked,
    segments: unasked,
    filters: unasked,
    ...changes,
  };
  return {
    calls,
    client: {
      ...all,
      cohort: note('cohort', all.cohort),
      cohortReceipt: note('cohortReceipt', all.cohortReceipt),
      score: note('score', all.score),
      history: note('history', all.history),
      receipt: note('receipt', all.receipt),
      fan: note('fan', all.fan),
      fans: note('fans', all.fans),
    },
  };
}

/** An answer that is a failure of the given kind. */
export function failing(kind: ApiErrorKind): () => Promise<never> {
  return () =>
    Promise.reject(new ApiError({ kind, detail: null, requestId: 'r', retryAfter: null }));
}

/** Lets everything that is ready to happen, happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
