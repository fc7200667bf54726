import type { ChurnFanAnswer, ChurnFans, ChurnSummary } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import type { CohortQuery } from './client.ts';
import { getJson, type HttpDeps } from './http.ts';

export interface ChurnFansQuery extends CohortQuery {
  /** Bounds of the risk, 0..100, both within. */
  readonly min_risk?: number | undefined;
  readonly max_risk?: number | undefined;
  readonly contactable?: 'true' | undefined;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

/** Who is at risk of leaving. Every call rejects with ApiError, or as `signal` says. */
export interface ChurnClient {
  readonly churnSummary: (query: CohortQuery, signal: AbortSignal) => Promise<ChurnSummary>;
  readonly churnFan: (wonderId: string, signal: AbortSignal) => Promise<ChurnFanAnswer>;
  readonly churnFans: (query: ChurnFansQuery, signal: AbortSignal) => Promise<ChurnFans>;
}

export function createChurnClient(deps: HttpDeps): ChurnClient {
  return {
    churnSummary: (query, signal) =>
      getJson(
        deps,
        { url: address('/api/v1/churn/summary', { ...query }), isAnswer: isSummary },
        signal,
      ),
    churnFan: (wonderId, signal) =>
      getJson(
        deps,
        {
          url: address('/api/v1/churn/fans/{wonder_id}', { wonder_id: wonderId }),
          isAnswer: isFan,
        },
        signal,
      ),
    churnFans: (query, signal) =>
      getJson(deps, { url: address('/api/v1/churn/fans', { ...query }), isAnswer: isFans }, signal),
  };
}

const isSummary = holding<ChurnSummary>('at_risk', 'histogram', 'drivers', 'backward', 'meta');
const isFan = holding<ChurnFanAnswer>('wonder_id', 'reasons', 'churn_source', 'meta');
const isFans = holding<ChurnFans>('items', 'total', 'next_cursor', 'sorted_by');
