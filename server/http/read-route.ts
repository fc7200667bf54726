import type { z } from '@hono/zod-openapi';
import { dayIn } from '../domain/calendar.ts';
import { decodeCursor } from '../domain/cursor.ts';
import { WonderError } from '../domain/errors.ts';
import { findRunById } from '../usecases/find-published-run.ts';
import type { PublishedRun } from '../usecases/published-run.ts';
import type { ReadContext } from '../usecases/read-context.ts';
import { type Answer, createAnswer, sendAnswer } from './answers.ts';
import { askedRun } from './asked-run.ts';
import type { HttpContext } from './context.ts';
import { parseQuery, refuseFuture } from './input.ts';
import type { Access, Exchange, Route, RouteDoc } from './route.ts';
import { stalenessOf } from './staleness.ts';
import { withinDeadline } from './within-deadline.ts';

/** What a read is given: which run, for whom, and its parsed query. */
export interface ReadInput<Q> extends ReadContext {
  readonly query: Q;
  readonly param: (name: string) => string;
  readonly signal: AbortSignal;
}

export interface ReadRoute<Q extends z.ZodObject, B extends z.ZodObject> {
  readonly path: string;
  readonly access: Access;
  readonly names?: boolean;
  readonly doc: Pick<RouteDoc, 'tag' | 'summary' | 'params'>;
  readonly query: Q;
  /** Of the whole answer; `meta` is added here and not by `load`. */
  readonly answer: B;
  readonly load: (input: ReadInput<z.output<Q>>) => Promise<unknown>;
  /** Refuses who may not ask this. For every request, also where the answer is kept: people with the same rows may have different rights. */
  readonly authorise?: (exchange: Exchange) => void;
  /** The query to answer, where what was left out depends on who asks. */
  readonly search?: (exchange: Exchange) => string;
  /** Of what the answer to a query also depends on beside the run: answers of another revision are not used. */
  readonly revision?: (search: string) => number;
  /** Refuses what can be refused without the warehouse. */
  readonly check?: (exchange: Exchange) => void;
}

/** Consent and opt-in are read with the answer: for whom they matter, it is kept for this long only. */
const PERSONAL_MS = 60_000;

interface Question {
  readonly score_date?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

function isPersonal({ scope }: Exchange): boolean {
  return scope.rows !== 'all' || scope.named.length > 0;
}

interface Asked {
  readonly exchange: Exchange;
  readonly search: string;
}

function keyOf({ exchange, search }: Asked, version: string): string {
  const minute = isPersonal(exchange) ? Math.floor(exchange.receivedAt / PERSONAL_MS) : '';
  return `${version}|${exchange.scope.key}|${minute}|${exchange.path}${search}`;
}

function wrongCursor(): WonderError {
  return new WonderError('invalid_value', {
    detail: 'The cursor is not one of this list, or its run is no longer kept.',
    problems: [{ field: 'cursor', message: 'is not valid', allowed: 'next_cursor of this list' }],
  });
}

function otherDay(scoreDate: string): WonderError {
  return new WonderError('invalid_value', {
    detail: 'The cursor is of another day than the one asked for.',
    problems: [
      { field: 'score_date', message: 'is not the day of the cursor', allowed: scoreDate },
    ],
  });
}

/** The run to read: of the cursor, else of the day asked for, else the latest. */
async function runOf(
  context: HttpContext,
  { question, signal }: { readonly question: Question; readonly signal: AbortSignal },
): Promise<PublishedRun> {
  const date = question.score_date ?? question.to;
  if (question.cursor !== undefined) {
    const cursor = decodeCursor(question.cursor);
    if (cursor === undefined) throw wrongCursor();
    const run = await findRunById(context.reads, { runId: cursor.runId, signal });
    if (run === undefined) throw wrongCursor();
    if (date !== undefined && date !== run.scoreDate) throw otherDay(run.scoreDate);
    return run;
  }
  return await askedRun(context, { date, signal });
}

/** A route that answers about scores: loaded once per run and scope, then sent from memory. */
export function readRoute<Q extends z.ZodObject, B extends z.ZodObject>(
  context: HttpContext,
  route: ReadRoute<Q, B>,
): Route {
  const { publications, answers, metrics, timeZone } = context;
  const hits = metrics.counter('wonder_cache_hits_total');
  const misses = metrics.counter('wonder_cache_misses_total');
  const bodySchema = route.answer.omit({ meta: true });
  const keyAt = (asked: Asked, version: string) =>
    keyOf(
      asked,
      route.revision === undefined ? version : `${version}.${route.revision(asked.search)}`,
    );

  async function load(exchange: Exchange, query: z.output<Q>): Promise<Answer> {
    misses.increment();
    return await withinDeadline(context, async (signal) => {
      const question: Question = query;
      const run = await runOf(context, { question, signal });
      const { scope } = exchange;
      const param = (name: string) => exchange.param(name);
      const loaded = await route.load({ run, scope, param, query, signal });
      const isLatest = question.score_date === undefined && question.to === undefined;
      return createAnswer({
        body: bodySchema.parse(loaded),
        run,
        staleness: stalenessOf(context, run, isLatest),
        isPersonal: isPersonal(exchange),
      });
    });
  }

  function send(answer: Answer, exchange: Exchange): Response {
    return sendAnswer(answer, {
      now: exchange.receivedAt,
      isDown: publications.isDown,
      ifNoneMatch: exchange.header('if-none-match'),
      requestId: exchange.requestId,
    });
  }

  async function handleCold({ exchange, search }: Asked): Promise<Response> {
    route.check?.(exchange);
    const query = parseQuery(route.query, search);
    refuseFuture(query, dayIn(timeZone, exchange.receivedAt));
    const { version } = await publications.current();
    const key = keyAt({ exchange, search }, version);
    const kept = answers.peek(key);
    if (kept !== undefined) {
      hits.increment();
      return send(kept, exchange);
    }
    if (publications.isDown) {
      throw new WonderError('warehouse_unavailable', {
        detail: 'The warehouse cannot be reached.',
        retryAfter: 2,
      });
    }
    const answer = await answers.getOrLoad(key, () => load(exchange, query));
    return send(answer, exchange);
  }

  return {
    method: 'get',
    path: route.path,
    access: route.access,
    ...(route.names === undefined ? {} : { names: route.names }),
    doc: {
      ...route.doc,
      query: route.query,
      revalidates: true,
      answers: {
        200: {
          description: route.doc.summary,
          contentType: 'application/json',
          schema: route.answer,
        },
      },
    },
    handle(exchange) {
      route.authorise?.(exchange);
      const asked = { exchange, search: route.search?.(exchange) ?? exchange.search };
      const version = publications.freshVersion(exchange.receivedAt);
      const kept = version === undefined ? undefined : answers.peek(keyAt(asked, version));
      if (kept === undefined) return handleCold(asked);
      hits.increment();
      return send(kept, exchange);
    },
  };
}
