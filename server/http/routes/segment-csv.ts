import { PATHS, queries } from '../../contract/index.ts';
import { dayIn } from '../../domain/calendar.ts';
import { streamSegmentCsv } from '../../usecases/stream-segment-csv.ts';
import { API_HEADERS } from '../api-headers.ts';
import { askedRun } from '../asked-run.ts';
import type { HttpContext } from '../context.ts';
import { parseQuery, refuseFuture } from '../input.ts';
import type { Exchange, Route } from '../route.ts';
import { segmentOf, segmentParams } from './segments.ts';

/** A reader who takes longer is cut off: a stream keeps a connection of the warehouse. */
const STREAM_DEADLINE_MS = 120_000;

/** Text pieces as a byte stream that reads on only when the client does, and stops when it leaves. */
function toStream(
  chunks: AsyncIterable<string>,
  { stop, onError }: { stop: AbortController; onError: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        onError(error);
        controller.error(error);
      }
    },
    async cancel() {
      stop.abort();
      await iterator.return?.();
    },
  });
}

async function sendCsv(context: HttpContext, exchange: Exchange): Promise<Response> {
  const segment = segmentOf(exchange);
  const query = parseQuery(queries.score, exchange.search);
  refuseFuture(query, dayIn(context.timeZone, exchange.receivedAt));
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(STREAM_DEADLINE_MS)]);
  const run = await askedRun(context, { date: query.score_date, signal });
  const { scope, requestId } = exchange;
  const { total, chunks } = await streamSegmentCsv(context.reads, { run, scope, segment, signal });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${segment}-${run.scoreDate}.csv"`,
    'x-total-count': String(total),
    'x-score-date': run.scoreDate,
    'x-run-id': run.runId,
    'cache-control': 'no-store',
    ...API_HEADERS,
    'x-request-id': requestId,
  };
  if (exchange.method === 'HEAD') return new Response(null, { headers });
  const onError = (error: unknown) =>
    context.logger.error('a file was cut off', { request_id: requestId }, error);
  return new Response(toStream(chunks, { stop, onError }), { headers });
}

/** A whole segment as a file. */
export function segmentCsvRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.segmentCsv,
    access: ['executive', 'lead'],
    names: true,
    doc: {
      tag: 'Segments',
      summary: 'The whole segment as CSV; text that a spreadsheet would run is made safe',
      params: segmentParams,
      query: queries.score,
      answers: {
        200: {
          description: 'A header line, then one line per fan',
          contentType: 'text/csv',
          headers: {
            'x-total-count': 'Lines that follow the header line',
            'x-score-date': 'The day of the scores',
            'x-run-id': 'The run of the scores',
          },
        },
      },
    },
    handle: (exchange) => sendCsv(context, exchange),
  };
}
