import {
  PATHS,
  queries,
  runDetailSchema,
  runListSchema,
  startRunSchema,
} from '../../contract/index.ts';
import { listRuns, RUN_SORT } from '../../usecases/list-runs.ts';
import { parseBody } from '../body-input.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../idempotency-key.ts';
import { parseQuery } from '../input.ts';
import { pageStart } from '../list-page.ts';
import { readRun } from '../read-run.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

const DEFAULT_LIMIT = 50;
const tag = 'Runs';
const readers = ['executive', 'admin'] as const;

function listRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.runs,
    access: readers,
    doc: {
      tag,
      summary: 'Scoring runs, newest start first',
      query: queries.runs,
      answers: {
        200: { description: 'Runs', contentType: 'application/json', schema: runListSchema },
      },
    },
    async handle({ search, requestId }) {
      const { limit = DEFAULT_LIMIT, cursor } = parseQuery(queries.runs, search);
      const after = pageStart({ cursor, sort: RUN_SORT, filter: '' });
      const signal = AbortSignal.timeout(context.deadlineMs);
      const runs = await listRuns(context.reads, { limit, after, signal });
      return jsonReply(runListSchema.parse(runs), requestId);
    },
  };
}

function oneRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.run,
    access: readers,
    doc: {
      tag,
      summary: 'One run with its stages and the quality of its data',
      answers: {
        200: { description: 'A run', contentType: 'application/json', schema: runDetailSchema },
      },
    },
    async handle(exchange) {
      parseQuery(queries.none, exchange.search);
      const runId = parseId('id', exchange.param('id'));
      return jsonReply(await readRun(context, runId), exchange.requestId);
    },
  };
}

function startRoute(context: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.runs,
    access: ['admin'],
    doc: {
      tag,
      summary: 'Start a scoring run',
      headers: idempotencyHeaders,
      body: startRunSchema,
      answers: {
        202: {
          description: 'The run, started',
          contentType: 'application/json',
          schema: runDetailSchema,
          headers: { location: 'The path of the run' },
        },
      },
    },
    async handle(exchange) {
      const { requestId } = exchange;
      parseQuery(queries.none, exchange.search);
      const idempotencyKey = idempotencyKeyOf(exchange);
      const body = await parseBody(startRunSchema, exchange);
      const runId = await context.runs.start({
        scoreDate: body.score_date,
        overrideReason: body.override_because,
        idempotencyKey,
      });
      const run = await readRun(context, runId);
      const location = `${PATHS.runs}/${encodeURIComponent(runId)}`;
      return jsonReply(run, requestId, { status: 202, headers: { location } });
    },
  };
}

/** Scoring runs: read by executives and admins, started by admins. */
export function runRoutes(context: HttpContext): Route[] {
  return [listRoute(context), oneRoute(context), startRoute(context)];
}
