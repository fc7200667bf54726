import type { Problem } from '../contract/index.ts';
import { API_HEADERS, type ReplyHeaders } from './api-headers.ts';
import { toProblem } from './errors.ts';

interface Reply {
  readonly status?: number;
  readonly headers?: ReplyHeaders;
}

/** JSON that no cache keeps. */
export function jsonReply(body: unknown, requestId: string, { status, headers }: Reply = {}) {
  return new Response(JSON.stringify(body), {
    status: status ?? 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...API_HEADERS,
      'x-request-id': requestId,
      ...headers,
    },
  });
}

/** A problem as problem+json. */
export function problemReply(problem: Problem, headers: ReplyHeaders): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...API_HEADERS,
      'x-request-id': problem.request_id,
      ...headers,
    },
  });
}

/** Anything thrown, as an answer. */
export function errorReply(thrown: unknown, requestId: string, headers: ReplyHeaders = {}) {
  const { problem, headers: own } = toProblem(thrown, requestId);
  return problemReply(problem, { ...own, ...headers });
}
