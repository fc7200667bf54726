import { fingerprint } from '../domain/fingerprint.ts';
import type { PublishedRun } from '../usecases/published-run.ts';
import { API_HEADERS } from './api-headers.ts';
import type { Staleness } from './staleness.ts';

/** An answer about scores, ready to send: everything but its age is text already. */
export interface Answer {
  /** The body up to the number of `age_seconds`. */
  readonly head: string;
  /** Without quotes; the same for the same scores, however old they are. */
  readonly tag: string;
  readonly calculatedAt: number;
  readonly staleness: Staleness;
  /** Holds, or may hold, what only some may see: no cache keeps it. */
  readonly isPersonal: boolean;
  /** The bytes sent last, and the second and state they were of: most answers are sent many times in one. */
  sent: Sent;
}

interface Sent {
  readonly second: number;
  readonly because: string | null;
  readonly etag: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface AnswerParts {
  /** The body without `meta`. */
  readonly body: object;
  readonly run: PublishedRun;
  readonly staleness: Staleness;
  readonly isPersonal: boolean;
}

const DOWN = 'The warehouse cannot be reached; these are the last scores that were read.';
const OVERDUE = 'No newer scores have been published since.';

const NEVER_SENT: Sent = { second: Number.NaN, because: null, etag: '', body: new Uint8Array() };
const ENCODER = new TextEncoder();

/** Turns a body into text once. `meta` comes last and the age last but two, so that only they are added later. */
export function createAnswer({ body, run, staleness, isPersonal }: AnswerParts): Answer {
  const meta = {
    score_date: run.scoreDate,
    run_id: run.runId,
    calculated_at: run.calculatedAt,
    data_as_of: run.dataAsOf,
  };
  const fields = JSON.stringify(body).slice(0, -1);
  const comma = fields.length > 1 ? ',' : '';
  const head = `${fields}${comma}"meta":${JSON.stringify(meta).slice(0, -1)},"age_seconds":`;
  return {
    head,
    tag: fingerprint(head),
    calculatedAt: Date.parse(run.calculatedAt),
    staleness,
    isPersonal,
    sent: NEVER_SENT,
  };
}

export interface SendOptions {
  readonly now: number;
  readonly isDown: boolean;
  readonly ifNoneMatch: string | null;
  readonly requestId: string;
}

/** By weak comparison (RFC 9110, 13.1.2): whether a tag was sent back as weak does not matter. */
function matches(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch === '*') return true;
  const strong = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === strong);
}

function bytesOf(answer: Answer, { second, because }: Pick<Sent, 'second' | 'because'>): Sent {
  const tail = `,"stale":${because !== null},"stale_because":${JSON.stringify(because)}}}`;
  return {
    second,
    because,
    etag: `W/"${answer.tag}${because === null ? '' : '-stale'}"`,
    body: ENCODER.encode(`${answer.head}${second}${tail}`),
  };
}

/** The answer with its age now, or 304 where the client has it. */
export function sendAnswer(answer: Answer, options: SendOptions): Response {
  const { now, isDown, ifNoneMatch, requestId } = options;
  const because = isDown
    ? DOWN
    : now >= answer.staleness.staleFrom
      ? OVERDUE
      : answer.staleness.oldFacts;
  const second = Math.max(0, Math.floor((now - answer.calculatedAt) / 1000));
  if (answer.sent.second !== second || answer.sent.because !== because) {
    answer.sent = bytesOf(answer, { second, because });
  }
  const { etag, body } = answer.sent;
  const headers = {
    'content-type': 'application/json',
    'cache-control': answer.isPersonal ? 'no-store' : 'private, no-cache',
    etag,
    vary: 'authorization, x-demo-role, x-demo-departments',
    ...API_HEADERS,
    'x-request-id': requestId,
  };
  return ifNoneMatch !== null && matches(ifNoneMatch, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status: 200, headers });
}
