import type { z } from '@hono/zod-openapi';
import {
  type ExtractJob,
  extractJobSchema,
  extractListSchema,
  PATHS,
  queries,
  refreshAnswerSchema,
  refreshExtractsSchema,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import type { ExtractJobRecord } from '../../usecases/extract-jobs.ts';
import { parseBody } from '../body-input.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../idempotency-key.ts';
import { parseQuery } from '../input.ts';
import { jsonReply } from '../replies.ts';
import type { Route, RouteAnswer } from '../route.ts';

const tag = 'Extracts';
const access = ['admin'] as const;

function answerOf(description: string, schema: z.ZodType): RouteAnswer {
  return { description, contentType: 'application/json', schema };
}

function toJob({ requested_at: _, ...job }: ExtractJobRecord): ExtractJob {
  return extractJobSchema.parse(job);
}

function listRoute({ extracts }: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.extracts,
    access,
    doc: {
      tag,
      summary: 'The extracts that are refreshed, each with its last job',
      answers: { 200: answerOf('Extracts', extractListSchema) },
    },
    async handle({ search, requestId }) {
      parseQuery(queries.none, search);
      const newest = await extracts.jobs.newest();
      const items = (extracts.refresher?.targets ?? []).map(({ kind, name }) => {
        const job = newest.find((each) => each.kind === kind && each.name === name);
        return { kind, name, last_job: job === undefined ? null : toJob(job) };
      });
      const answer = {
        items,
        total: items.length,
        next_cursor: null,
        not_configured_because: extracts.refresher === undefined ? extracts.missing : null,
      };
      return jsonReply(extractListSchema.parse(answer), requestId);
    },
  };
}

function refreshRoute({ extracts }: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.extractRefresh,
    access,
    doc: {
      tag,
      summary: 'Refresh extracts: those that are named, or all',
      headers: idempotencyHeaders,
      body: refreshExtractsSchema,
      answers: { 202: answerOf('The jobs', refreshAnswerSchema) },
    },
    async handle(exchange) {
      parseQuery(queries.none, exchange.search);
      const idempotencyKey = idempotencyKeyOf(exchange);
      const { names } = await parseBody(refreshExtractsSchema, exchange);
      if (extracts.refresher === undefined) {
        throw new WonderError('conflict', { detail: extracts.missing });
      }
      const jobs = await extracts.refresher.refresh({ names, idempotencyKey });
      return jsonReply({ items: jobs.map(toJob) }, exchange.requestId, { status: 202 });
    },
  };
}

function jobRoute({ extracts }: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.extractJob,
    access,
    doc: {
      tag,
      summary: 'One refresh of one extract',
      answers: { 200: answerOf('A job', extractJobSchema) },
    },
    async handle(exchange) {
      parseQuery(queries.none, exchange.search);
      const [job] = await extracts.jobs.find([parseId('id', exchange.param('id'))]);
      if (job !== undefined) return jsonReply(toJob(job), exchange.requestId);
      throw new WonderError('not_found', { detail: 'There is no such job.' });
    },
  };
}

/** Extracts of the Tableau site: for admins only. */
export function extractRoutes(context: HttpContext): Route[] {
  return [listRoute(context), refreshRoute(context), jobRoute(context)];
}
