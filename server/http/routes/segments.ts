import { z } from '@hono/zod-openapi';
import {
  fanListSchema,
  moversSchema,
  PATHS,
  queries,
  segmentListSchema,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { parseSegment, SEGMENTS, type Segment } from '../../domain/segments.ts';
import { listSegmentMovers, moversKey } from '../../usecases/list-segment-movers.ts';
import { listSegments } from '../../usecases/list-segments.ts';
import { consentMinuteWhereAsked } from '../consent-minute.ts';
import type { HttpContext } from '../context.ts';
import { BY_DEPARTMENT } from '../department-access.ts';
import { pageStart } from '../list-page.ts';
import { readRoute } from '../read-route.ts';
import type { Exchange, Route } from '../route.ts';
import { loadFanPage } from './fans.ts';

const DEFAULT_LIMIT = 100;
const access = ['executive', 'lead'] as const;

export const segmentParams = z.object({ name: z.enum(SEGMENTS) });

/** The segment a path names. Throws `not_found`: an unknown one is a place that does not exist. */
export function segmentOf(asked: Pick<Exchange, 'param'>): Segment {
  const segment = parseSegment(asked.param('name'));
  if (segment !== undefined) return segment;
  throw new WonderError('not_found', {
    detail: `There is no such segment. There are: ${SEGMENTS.join(', ')}.`,
  });
}

function refuseUnknown(exchange: Exchange): void {
  segmentOf(exchange);
}

/** The seven segments, who is in them, and who came and went. */
export function segmentRoutes(context: HttpContext): Route[] {
  const { reads } = context;
  const tag = 'Segments';
  return [
    readRoute(context, {
      path: PATHS.segments,
      access,
      doc: { tag, summary: 'The seven segments: count, share, change since the previous run' },
      query: queries.segments,
      answer: segmentListSchema,
      load: (input) => {
        const { days, score_date: _, ...filter } = input.query;
        return listSegments(reads, { ...input, days, filter });
      },
    }),
    readRoute(context, {
      path: PATHS.segment,
      access,
      names: true,
      doc: { tag, summary: 'Fans of a segment', params: segmentParams },
      query: queries.fans,
      authorise: BY_DEPARTMENT.authorise,
      revision: consentMinuteWhereAsked(context),
      answer: fanListSchema,
      check: refuseUnknown,
      load: (input) => loadFanPage(context, { input, segment: segmentOf(input) }),
    }),
    readRoute(context, {
      path: PATHS.segmentMovers,
      access,
      names: true,
      doc: {
        tag,
        summary: 'Who entered and left: before + entered - left = now',
        params: segmentParams,
      },
      query: queries.movers,
      answer: moversSchema,
      check: refuseUnknown,
      load: (input) => {
        const { since, limit = DEFAULT_LIMIT, cursor, ...filter } = input.query;
        const page = { segment: segmentOf(input), since, filter, limit };
        const after = pageStart({ cursor, sort: 'movement', filter: moversKey(page) });
        return listSegmentMovers(reads, { ...input, ...page, after });
      },
    }),
  ];
}
