import type { InsightFeedback, InsightList, Narrative } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import { getJson, type HttpDeps } from './http.ts';
import { postJson } from './post-json.ts';

/** What a department has to be told. Every call rejects with ApiError, or as `signal` says. */
export interface NarrativeClient {
  readonly narrative: (asked: NarrativeQuery, signal: AbortSignal) => Promise<Narrative>;
  /** Of the asker's own department where none is named. */
  readonly insights: (department: string | null, signal: AbortSignal) => Promise<InsightList>;
  readonly feedback: (insightId: string, feedback: InsightFeedback) => Promise<void>;
}

export interface NarrativeQuery {
  readonly department: string;
  /** How figures are written. */
  readonly locale: string;
}

export function createNarrativeClient(deps: HttpDeps): NarrativeClient {
  return {
    narrative: (query, signal) =>
      getJson(
        deps,
        { url: address('/api/v1/narratives/{department}', { ...query }), isAnswer: isNarrative },
        signal,
      ),
    insights: (department, signal) =>
      getJson(
        deps,
        {
          url: address('/api/v1/insights', department === null ? {} : { department }),
          isAnswer: isInsights,
        },
        signal,
      ),
    feedback: (id, body) =>
      postJson(deps, { url: address('/api/v1/insights/{id}/feedback', { id }), body }),
  };
}

const isNarrative = holding<Narrative>('sentences', 'facts', 'source', 'meta');
const isInsights = holding<InsightList>('department', 'items', 'meta');
