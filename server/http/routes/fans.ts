import type { z } from '@hono/zod-openapi';
import {
  cohortReceiptSchema,
  cohortSchema,
  fanListSchema,
  fanProfileSchema,
  filtersSchema,
  PATHS,
  queries,
} from '../../contract/index.ts';
import { explainCohort } from '../../usecases/explain-cohort.ts';
import { getFan } from '../../usecases/get-fan.ts';
import { DEFAULT_SORT, type FanFilter, filterKey, listFans } from '../../usecases/list-fans.ts';
import { listFilters, summariseCohort } from '../../usecases/summarise-cohort.ts';
import { consentMinuteWhereAsked } from '../consent-minute.ts';
import type { HttpContext } from '../context.ts';
import { BY_DEPARTMENT } from '../department-access.ts';
import { parseId } from '../id-input.ts';
import { pageStart } from '../list-page.ts';
import { type ReadInput, readRoute } from '../read-route.ts';
import type { Route } from '../route.ts';

const DEFAULT_LIMIT = 100;
const access = ['executive', 'lead'] as const;

type FansQuery = z.output<typeof queries.fans>;

/** A page of fans as a query asks for it, of a segment or of all. */
export function loadFanPage(
  { reads }: HttpContext,
  { input, segment }: { input: ReadInput<FansQuery>; segment?: FanFilter['segment'] },
) {
  const { cursor, limit, sort = DEFAULT_SORT, score_date: _, ...narrowed } = input.query;
  const filter: FanFilter = { ...narrowed, segment };
  const after = pageStart({ cursor, sort, filter: filterKey(filter) });
  return listFans(reads, { ...input, filter, sort, limit: limit ?? DEFAULT_LIMIT, after });
}

/** Fans one by one and as groups. */
export function fanRoutes(context: HttpContext): Route[] {
  const { reads } = context;
  return [
    readRoute(context, {
      path: PATHS.fans,
      access,
      names: true,
      doc: { tag: 'Fans', summary: 'Fans in scope, filtered, sorted and in pages' },
      query: queries.fans,
      authorise: BY_DEPARTMENT.authorise,
      revision: consentMinuteWhereAsked(context),
      answer: fanListSchema,
      load: (input) => loadFanPage(context, { input }),
    }),
    readRoute(context, {
      path: PATHS.fan,
      access,
      names: true,
      doc: {
        tag: 'Fans',
        summary: 'Who a fan is, where that may be shown, and how they stand',
      },
      query: queries.score,
      answer: fanProfileSchema,
      check: (exchange) => {
        parseId('wonder_id', exchange.param('wonder_id'));
      },
      load: (input) => getFan(reads, { ...input, wonderId: input.param('wonder_id') }),
    }),
    readRoute(context, {
      path: PATHS.cohort,
      access,
      doc: { tag: 'Fans', summary: 'The averages of a group, now and before' },
      query: queries.cohort,
      answer: cohortSchema,
      load: (input) => summariseCohort(reads, { ...input, filter: input.query }),
    }),
    readRoute(context, {
      path: PATHS.cohortReceipt,
      access,
      doc: { tag: 'Fans', summary: 'How the averages of a group came about: the points add up' },
      query: queries.cohort,
      answer: cohortReceiptSchema,
      load: (input) => explainCohort(reads, { ...input, filter: input.query }),
    }),
    readRoute(context, {
      path: PATHS.filters,
      access,
      doc: { tag: 'Fans', summary: 'The values that filters can take' },
      query: queries.score,
      answer: filtersSchema,
      load: (input) => listFilters(reads, input),
    }),
  ];
}
