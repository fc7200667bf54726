import type { SegmentList, SegmentMovers } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import type { CohortQuery } from './client.ts';
import { getFile } from './download.ts';
import { getJson, type HttpDeps } from './http.ts';

export interface MoversQuery extends CohortQuery {
  readonly segment: string;
  /** The day to count from; undefined: the run before. */
  readonly since?: string | undefined;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

/** What the service says of segments as wholes. Every call rejects with ApiError, or as `signal` says. */
export interface SegmentsClient {
  /** With the sizes of the last `days` days. */
  readonly segments: (
    query: CohortQuery & { readonly days: number },
    signal: AbortSignal,
  ) => Promise<SegmentList>;
  readonly movers: (query: MoversQuery, signal: AbortSignal) => Promise<SegmentMovers>;
  /** All fans of a segment as CSV. */
  readonly segmentFile: (segment: string, signal: AbortSignal) => Promise<Blob>;
}

export function createSegmentsClient(deps: HttpDeps): SegmentsClient {
  return {
    segments: (query, signal) =>
      getJson(deps, { url: address('/api/v1/segments', { ...query }), isAnswer: isList }, signal),
    movers: ({ segment, ...query }, signal) =>
      getJson(
        deps,
        {
          url: address('/api/v1/segments/{name}/movers', { name: segment, ...query }),
          isAnswer: isMovers,
        },
        signal,
      ),
    segmentFile: (segment, signal) =>
      getFile(deps, address('/api/v1/segments/{name}.csv', { name: segment }), signal),
  };
}

const isList = holding<SegmentList>('items', 'fans', 'meta');
const isMovers = holding<SegmentMovers>('items', 'before', 'now', 'since');
