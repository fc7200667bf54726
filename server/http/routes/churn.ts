import {
  churnFanAnswerSchema,
  churnFansSchema,
  churnSummarySchema,
  PATHS,
  queries,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { getChurnFan } from '../../usecases/get-churn-fan.ts';
import { churnFilterKey, churnSortOf, listChurnFans } from '../../usecases/list-churn-fans.ts';
import { summariseChurn } from '../../usecases/summarise-churn.ts';
import { consentMinute } from '../consent-minute.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { pageStart } from '../list-page.ts';
import { readRoute } from '../read-route.ts';
import type { Route } from '../route.ts';

const DEFAULT_LIMIT = 100;
const access = ['executive', 'lead'] as const;
const tag = 'Churn';

/** Without a lower bound only those at risk are listed: an upper one below them leaves nobody. */
function refuseBelowRisk(maxRisk: number | undefined, atRisk: number): void {
  if (maxRisk === undefined || maxRisk >= atRisk) return;
  throw new WonderError('invalid_value', {
    detail: `Without min_risk the list begins at a risk of ${atRisk}.`,
    problems: [
      {
        field: 'max_risk',
        message: `is below ${atRisk}, where the list begins`,
        allowed: `at least ${atRisk}; less together with min_risk`,
      },
    ],
  });
}

/** Who may leave, what that is worth, and why. */
export function churnRoutes(context: HttpContext): Route[] {
  const { reads } = context;
  const revision = consentMinute(context);
  return [
    readRoute(context, {
      path: PATHS.churnSummary,
      access,
      doc: { tag, summary: 'At risk, value at risk, drivers, how good the model is, and was' },
      query: queries.cohort,
      answer: churnSummarySchema,
      revision,
      load: ({ query, ...input }) => summariseChurn(reads, { ...input, filter: query }),
    }),
    readRoute(context, {
      path: PATHS.churnFans,
      access,
      names: true,
      doc: { tag, summary: 'Fans by value at risk, each with reasons that staff can act on' },
      query: queries.churnFans,
      answer: churnFansSchema,
      revision,
      load: async (input) => {
        const { cursor, limit, score_date: _, min_risk, ...narrowed } = input.query;
        const atRisk = reads.rules('segments', 'at_risk_min');
        if (min_risk === undefined) refuseBelowRisk(narrowed.max_risk, atRisk);
        const filter = { ...narrowed, min_risk: min_risk ?? atRisk };
        const sort = await churnSortOf(reads, input);
        const after = pageStart({ cursor, sort, filter: churnFilterKey(filter) });
        return await listChurnFans(reads, {
          ...input,
          filter,
          sort,
          limit: limit ?? DEFAULT_LIMIT,
          after,
        });
      },
    }),
    readRoute(context, {
      path: PATHS.churnFan,
      access,
      names: true,
      doc: { tag, summary: 'One fan: the risk, and what staff can act on' },
      query: queries.score,
      answer: churnFanAnswerSchema,
      revision,
      check: (exchange) => {
        parseId('wonder_id', exchange.param('wonder_id'));
      },
      load: (input) => getChurnFan(reads, { ...input, wonderId: input.param('wonder_id') }),
    }),
  ];
}
