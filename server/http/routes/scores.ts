import { z } from '@hono/zod-openapi';
import {
  changeSchema,
  historySchema,
  PATHS,
  queries,
  receiptSchema,
  scoreRecordSchema,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { explainScore } from '../../usecases/explain-score.ts';
import { explainScoreChange } from '../../usecases/explain-score-change.ts';
import { getScore } from '../../usecases/get-score.ts';
import { listScoreHistory } from '../../usecases/list-score-history.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { readRoute } from '../read-route.ts';
import type { Exchange, Route } from '../route.ts';

const DEFAULT_DAYS = 90;
const access = ['executive', 'lead'] as const;
const params = z.object({ wonder_id: z.string() });

function refuseWrongId(exchange: Exchange): void {
  parseId('wonder_id', exchange.param('wonder_id'));
}

function refuseReversed(from: string | undefined, to: string): void {
  if (from === undefined || from < to) return;
  throw new WonderError('invalid_value', {
    detail: 'The first day must be before the last.',
    problems: [{ field: 'from', message: 'is too late', allowed: `before ${to}` }],
  });
}

/** One fan's scores: the record, how it came about, how it was, and why it changed. */
export function scoreRoutes(context: HttpContext): Route[] {
  const { reads } = context;
  const fan = { access, check: refuseWrongId };
  const doc = (summary: string) => ({ tag: 'Scores', summary, params });
  return [
    readRoute(context, {
      ...fan,
      path: PATHS.score,
      doc: doc("A fan's scores"),
      query: queries.score,
      answer: scoreRecordSchema,
      load: (input) => getScore(reads, { ...input, wonderId: input.param('wonder_id') }),
    }),
    readRoute(context, {
      ...fan,
      path: PATHS.receipt,
      doc: doc('How each score came about: the points of the lines add up to it'),
      query: queries.score,
      answer: receiptSchema,
      load: (input) => explainScore(reads, { ...input, wonderId: input.param('wonder_id') }),
    }),
    readRoute(context, {
      ...fan,
      path: PATHS.history,
      doc: doc('One row per score date, oldest first'),
      query: queries.history,
      answer: historySchema,
      load: (input) =>
        listScoreHistory(reads, {
          ...input,
          wonderId: input.param('wonder_id'),
          days: input.query.days ?? DEFAULT_DAYS,
        }),
    }),
    readRoute(context, {
      ...fan,
      path: PATHS.change,
      doc: doc('The change between two days by component: the parts add up to the whole'),
      query: queries.change,
      answer: changeSchema,
      load: (input) => {
        const { from } = input.query;
        refuseReversed(from, input.run.scoreDate);
        const wonderId = input.param('wonder_id');
        return explainScoreChange(reads, {
          ...input,
          wonderId,
          ...(from === undefined ? {} : { from }),
        });
      },
    }),
  ];
}
