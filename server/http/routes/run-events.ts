import { z } from '@hono/zod-openapi';
import { PATHS, queries, runEventSchema, runSchema } from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { type RunSight, watchRun } from '../../usecases/watch-run.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import { parseId } from '../id-input.ts';
import { parseQuery } from '../input.ts';
import { readRun } from '../read-run.ts';
import type { Route } from '../route.ts';

const MOST_STREAMS = 50;
/** After this a client whose connection broke tries again, milliseconds. */
const RETRY_MS = 2000;
const HEARTBEAT = ': still here\n\n';

/** The text of one event. Its id is what it says, so a client that has seen it is not told again. */
function eventOf(sight: NonNullable<RunSight>, lastSeen: string | null): string {
  const run = runSchema.parse(sight.run);
  const data = JSON.stringify(runEventSchema.parse({ run, progress: sight.progress }));
  const id = fingerprint(data);
  return id === lastSeen ? HEARTBEAT : `id: ${id}\nevent: run\ndata: ${data}\n\n`;
}

interface StreamInput {
  readonly runId: string;
  readonly lastSeen: string | null;
  readonly onClosed: () => void;
}

function streamOf(context: HttpContext, { runId, lastSeen, onClosed }: StreamInput) {
  const closed = new AbortController();
  const signal = AbortSignal.any([closed.signal, context.stopping]);
  const { reads, runs, sleeper, logger } = context;
  const sights = watchRun(
    { queries: reads.queries, inFlight: runs.inFlight, sleeper },
    { runId, signal },
  );
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    },
    async pull(controller) {
      try {
        const { done, value } = await sights.next();
        // The client left meanwhile; there is nothing to write to.
        if (closed.signal.aborted) return;
        if (done) {
          // Without this the client would ask again for a run that is over.
          if (!signal.aborted) controller.enqueue(encoder.encode('event: end\ndata: {}\n\n'));
          controller.close();
          onClosed();
          return;
        }
        controller.enqueue(encoder.encode(value === null ? HEARTBEAT : eventOf(value, lastSeen)));
      } catch (error) {
        if (closed.signal.aborted) return;
        logger.warn('a stream of a run ended', { run_id: runId, because: String(error) });
        onClosed();
        controller.error(error);
      }
    },
    async cancel() {
      closed.abort();
      onClosed();
      await sights.return(undefined);
    },
  });
}

/** Server-sent events of a run: each says all there is to know, so a client that missed some misses nothing. */
export function runEventsRoute(context: HttpContext): Route {
  let streams = 0;
  return {
    method: 'get',
    path: PATHS.runEvents,
    access: ['executive', 'admin'],
    doc: {
      tag: 'Runs',
      summary: 'The progress of a run as server-sent events (event: run, at last event: end)',
      headers: z.object({
        'last-event-id': z
          .string()
          .optional()
          .openapi({ description: 'the last event seen; only what is new since is told' }),
      }),
      answers: { 200: { description: 'Events', contentType: 'text/event-stream' } },
    },
    async handle(exchange) {
      parseQuery(queries.none, exchange.search);
      const runId = parseId('id', exchange.param('id'));
      await readRun(context, runId);
      if (streams >= MOST_STREAMS) {
        throw new WonderError('too_many_requests', {
          detail: 'Too many watch runs already.',
          retryAfter: 10,
        });
      }
      streams += 1;
      let isCounted = true;
      const onClosed = () => {
        if (isCounted) streams -= 1;
        isCounted = false;
      };
      const lastSeen = exchange.header('last-event-id');
      return new Response(streamOf(context, { runId, lastSeen, onClosed }), {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          ...API_HEADERS,
          'x-request-id': exchange.requestId,
        },
      });
    },
  };
}
