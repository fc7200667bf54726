import { z } from '@hono/zod-openapi';
import {
  PATHS,
  queries,
  runDetailSchema,
  runListSchema,
  startRunSchema,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { getRun, listRuns, RUN_SORT } from '../../usecases/list-runs.ts';
import { parseBody } from '../body-input.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { parseQuery } from '../input.ts';
import { pageStart } from '../list-page.ts';
import { jsonReply } from '../replies.ts';
import type { Exchange, Route } from '../route.ts';

const DEFAULT_LIMIT = 50;
const tag = 'Runs';
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const readers = ['executive', 'admin'] as const;

function idempotencyKeyOf(exchange: Exchange): string | undefined {
  const key = exchange.header('idempotency-key');
  if (key === null) return undefined;
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw new WonderError('invalid_value', {
    detail: 'The Idempotency-Key cannot be used.',
    problems: [
      {
        field: 'idempotency-key',
        message: 'is empty, too long or not plain',
        allowed: '1 to 255 visible ASCII characters',
      },
    ],
  });
}

async function readRun(context: HttpContext, runId: string) {
  const signal = AbortSignal.timeout(context.deadlineMs);
  return runDetailSchema.parse(await getRun(context.reads, { runId, signal }));
}

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
      params: z.object({ id: z.string() }),
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
      headers: z.object({
        'idempotency-key': z
          .string()
          .optional()
          .openapi({ description: 'the same key, the same run' }),
      }),
      body: startRunSchema,
      answers: {
        202: {
          description: 'The run, started',
          contentType: 'application/json',
          schema: runDetailSchema,
        },
      },
    },
    async handle(exchange) {
      const { requestId } = exchange;
      parseQuery(queries.none, exchange.search);
      const idempotencyKey = idempotencyKeyOf(exchange);
      const { score_date: scoreDate } = await parseBody(startRunSchema, exchange);
      const runId = await context.startRun({ scoreDate, idempotencyKey });
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
