import { z } from '@hono/zod-openapi';
import { PATHS, queries, runDetailSchema, runRetrySchema } from '../../contract/index.ts';
import type { HttpContext } from '../context.ts';
import { refuseBody } from '../empty-body.ts';
import { parseId } from '../id-input.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../idempotency-key.ts';
import { parseQuery } from '../input.ts';
import { readRun } from '../read-run.ts';
import { jsonReply } from '../replies.ts';
import type { Exchange, Route } from '../route.ts';

const tag = 'Runs';
const params = z.object({ id: z.string() });

/** Neither takes anything. */
async function runIdOf(exchange: Exchange): Promise<string> {
  parseQuery(queries.none, exchange.search);
  await refuseBody(exchange);
  return parseId('id', exchange.param('id'));
}

function retryRoute(context: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.runRetry,
    access: ['admin'],
    doc: {
      tag,
      summary: 'Try a run again, from the stage that failed or from the start',
      params,
      headers: idempotencyHeaders,
      answers: {
        202: {
          description: 'The run, started again, and where',
          contentType: 'application/json',
          schema: runRetrySchema,
        },
      },
    },
    async handle(exchange) {
      const runId = await runIdOf(exchange);
      const idempotencyKey = idempotencyKeyOf(exchange);
      const plan = await context.runs.retry({ runId, idempotencyKey });
      const retry = {
        ...(await readRun(context, runId)),
        resumed_from: plan.from,
        restarted_because: plan.restartedBecause,
      };
      return jsonReply(runRetrySchema.parse(retry), exchange.requestId, { status: 202 });
    },
  };
}

function cancelRoute(context: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.runCancel,
    access: ['admin'],
    doc: {
      tag,
      summary: 'Call a run off; its scores are not published',
      params,
      headers: idempotencyHeaders,
      answers: {
        202: {
          description: 'The run, called off',
          contentType: 'application/json',
          schema: runDetailSchema,
        },
      },
    },
    async handle(exchange) {
      const runId = await runIdOf(exchange);
      idempotencyKeyOf(exchange);
      await context.runs.cancel(runId);
      return jsonReply(await readRun(context, runId), exchange.requestId, { status: 202 });
    },
  };
}

/** What an admin can do with a run that exists. Calling one off twice is the same as once, with a key or without. */
export function runActionRoutes(context: HttpContext): Route[] {
  return [retryRoute(context), cancelRoute(context)];
}
