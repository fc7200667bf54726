import type {
  Cohort,
  CohortReceipt,
  FanList,
  FanProfile,
  Filters,
  Narrative,
  Receipt,
  ScoreHistory,
  ScoreRecord,
  SegmentList,
} from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import { getJson, type HttpDeps, type Question } from './http.ts';

/** The reads of the service that panels use. Every call rejects with ApiError, or as `signal` says. */
export interface ApiClient {
  readonly cohort: (query: CohortQuery, signal: AbortSignal) => Promise<Cohort>;
  readonly cohortReceipt: (query: CohortQuery, signal: AbortSignal) => Promise<CohortReceipt>;
  readonly score: (wonderId: string, signal: AbortSignal) => Promise<ScoreRecord>;
  readonly history: (wonderId: string, signal: AbortSignal) => Promise<ScoreHistory>;
  readonly receipt: (wonderId: string, signal: AbortSignal) => Promise<Receipt>;
  readonly fan: (wonderId: string, signal: AbortSignal) => Promise<FanProfile>;
  readonly fanNarrative: (
    asked: { readonly id: string; readonly locale: string },
    signal: AbortSignal,
  ) => Promise<Narrative>;
  /** The fans of a segment, or of all. */
  readonly fans: (query: FanQuery, signal: AbortSignal) => Promise<FanList>;
  readonly segments: (query: CohortQuery, signal: AbortSignal) => Promise<SegmentList>;
  readonly filters: (signal: AbortSignal) => Promise<Filters>;
}

export interface CohortQuery {
  readonly sport?: string;
  readonly affiliation?: string;
  readonly loyalty_tier?: string;
  readonly tier?: string;
}

export interface FanQuery extends CohortQuery {
  readonly segment?: string | undefined;
  readonly q?: string | undefined;
  /** A column, descending with a leading `-`. */
  readonly sort?: string;
  readonly min_score?: number | undefined;
  readonly max_score?: number | undefined;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

const HISTORY_DAYS = 60;

export function createApiClient(deps: HttpDeps): ApiClient {
  const ask = <T>(question: Question<T>, signal: AbortSignal): Promise<T> =>
    getJson(deps, question, signal);
  return {
    cohort: (query, signal) =>
      ask({ url: address('/api/v1/cohort', { ...query }), isAnswer: isCohort }, signal),
    cohortReceipt: (query, signal) =>
      ask(
        { url: address('/api/v1/cohort/receipt', { ...query }), isAnswer: isCohortReceipt },
        signal,
      ),
    score: (id, signal) =>
      ask(
        { url: address('/api/v1/scores/{wonder_id}', { wonder_id: id }), isAnswer: isScore },
        signal,
      ),
    history: (id, signal) => ask({ url: historyOf(id), isAnswer: isHistory }, signal),
    receipt: (id, signal) =>
      ask(
        {
          url: address('/api/v1/scores/{wonder_id}/receipt', { wonder_id: id }),
          isAnswer: isReceipt,
        },
        signal,
      ),
    fan: (id, signal) =>
      ask({ url: address('/api/v1/fans/{wonder_id}', { wonder_id: id }), isAnswer: isFan }, signal),
    fanNarrative: ({ id, locale }, signal) =>
      ask(
        {
          url: address('/api/v1/narratives/fan/{wonder_id}', { wonder_id: id, locale }),
          isAnswer: isNarrative,
        },
        signal,
      ),
    fans: (query, signal) => ask({ url: fansOf(query), isAnswer: isFans }, signal),
    segments: (query, signal) =>
      ask({ url: address('/api/v1/segments', { ...query }), isAnswer: isSegments }, signal),
    filters: (signal) => ask({ url: address('/api/v1/filters', {}), isAnswer: isFilters }, signal),
  };
}

function historyOf(wonderId: string): string {
  return address('/api/v1/scores/{wonder_id}/history', { wonder_id: wonderId, days: HISTORY_DAYS });
}

function fansOf({ segment, ...query }: FanQuery): string {
  return segment === undefined
    ? address('/api/v1/fans', query)
    : address('/api/v1/segments/{name}', { name: segment, ...query });
}

const isCohort = holding<Cohort>('fans', 'suppressed', 'wonder_score', 'history', 'meta');
const isCohortReceipt = holding<CohortReceipt>('suppressed', 'scores', 'meta');
const isScore = holding<ScoreRecord>('wonder_id', 'wonder_score', 'has_engagement', 'meta');
const isHistory = holding<ScoreHistory>('items', 'meta');
const isReceipt = holding<Receipt>('scores', 'meta');
const isFan = holding<FanProfile>('wonder_id', 'first_name', 'last_name');
const isNarrative = holding<Narrative>('text', 'source', 'facts');
const isFans = holding<FanList>('items', 'total', 'next_cursor');
const isSegments = holding<SegmentList>('items', 'fans', 'meta');
const isFilters = holding<Filters>('sports', 'affiliations', 'loyalty_tiers', 'tiers');
