import type { Problem } from '../contract/index.ts';
import { isWonderError } from '../domain/errors.ts';
import { toProblem } from './errors.ts';

export type ReplyHeaders = Readonly<Record<string, string>>;

/** On every answer. An API answer is never a page: nothing in it runs, and nobody frames it. */
export const API_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

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

/** True for errors nobody foresaw, or that are ours to mend: they belong in the log with their cause. */
export function isOurFault(thrown: unknown): boolean {
  if (!isWonderError(thrown)) return true;
  return toProblem(thrown, '').problem.status >= 500;
}
