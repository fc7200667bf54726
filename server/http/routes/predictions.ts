import type { z } from '@hono/zod-openapi';
import {
  askPredictionsSchema,
  churnPredictionsSchema,
  ltvPredictionsSchema,
  PATHS,
  queries,
} from '../../contract/index.ts';
import { listPredictions } from '../../usecases/list-predictions.ts';
import { createAnswer, sendAnswer } from '../answers.ts';
import { askedRun } from '../asked-run.ts';
import { parseBody } from '../body-input.ts';
import type { HttpContext } from '../context.ts';
import { parseQuery } from '../input.ts';
import type { Exchange, Route } from '../route.ts';
import { stalenessOf } from '../staleness.ts';
import { withinDeadline } from '../within-deadline.ts';

interface Asked {
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodObject;
  readonly model: 'churn_model' | 'ltv_model';
}

async function answer(context: HttpContext, exchange: Exchange, { schema, model }: Asked) {
  const { publications, reads } = context;
  parseQuery(queries.none, exchange.search);
  const { wonder_ids: wonderIds } = await parseBody(askPredictionsSchema, exchange);
  const { scope } = exchange;
  const { run, found } = await withinDeadline(context, async (signal) => {
    const run = await askedRun(context, { date: undefined, signal });
    return { run, found: await listPredictions(reads, { run, scope, wonderIds, signal }) };
  });
  const body = schema.omit({ meta: true }).parse({ ...found, model_version: found[model] });
  const staleness = stalenessOf(context, run, true);
  return sendAnswer(createAnswer({ body, run, staleness, isPersonal: true }), {
    now: exchange.receivedAt,
    isDown: publications.isDown,
    ifNoneMatch: null,
    requestId: exchange.requestId,
  });
}

function predictionRoute(context: HttpContext, asked: Asked): Route {
  return {
    method: 'post',
    path: asked.path,
    access: ['executive', 'lead'],
    doc: {
      tag: 'Predictions',
      summary: asked.summary,
      body: askPredictionsSchema,
      answers: {
        200: {
          description: 'Predictions in the order asked, each fan once',
          contentType: 'application/json',
          schema: asked.schema,
        },
      },
    },
    handle: (exchange) => answer(context, exchange, asked),
  };
}

/** What the models say of fans, by id. */
export function predictionRoutes(context: HttpContext): Route[] {
  return [
    predictionRoute(context, {
      path: PATHS.predictChurn,
      summary: 'How likely up to 1,000 fans are to lapse',
      schema: churnPredictionsSchema,
      model: 'churn_model',
    }),
    predictionRoute(context, {
      path: PATHS.predictLtv,
      summary: 'What up to 1,000 fans will bring in within a year',
      schema: ltvPredictionsSchema,
      model: 'ltv_model',
    }),
  ];
}
