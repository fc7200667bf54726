import type { InsightFeedback, InsightList, Narrative } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import { getJson, type HttpDeps } from './http.ts';
import { postJson } from './post.ts';

/** What a department has to be told. Every call rejects with ApiError, or as `signal` says. */
export interface NarrativeClient {
  readonly narrative: (asked: NarrativeQuery, signal: AbortSignal) => Promise<Narrative>;
  readonly insights: (query: InsightQuery, signal: AbortSignal) => Promise<InsightList>;
  readonly feedback: (insightId: string, feedback: InsightFeedback) => Promise<void>;
}

export interface NarrativeQuery {
  readonly department: string;
  /** How figures are written. */
  readonly locale: string;
}

export interface InsightQuery {
  /** Null: the asker's own. */
  readonly department: string | null;
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
    insights: ({ department, locale }, signal) =>
      getJson(
        deps,
        {
          url: address('/api/v1/insights', {
            locale,
            ...(department === null ? {} : { department }),
          }),
          isAnswer: isInsights,
        },
        signal,
      ),
    feedback: async (id, body) => {
      const url = address('/api/v1/insights/{id}/feedback', { id });
      await postJson(deps, { url, body, isAnswer: isTaken });
    },
  };
}

const isNarrative = holding<Narrative>('sentences', 'facts', 'source', 'meta');
const isInsights = holding<InsightList>('department', 'items', 'meta');

/** That it was taken is all there is to know. */
const isTaken = (_body: unknown): _body is unknown => true;
