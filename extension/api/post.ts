import { ApiError, type ApiErrorKind } from './api-error.ts';
import type { HttpDeps, Question } from './http.ts';
import { readProblem } from './problem.ts';

export interface Order<T> extends Question<T> {
  readonly body: unknown;
}

const DEADLINE_MS = 20_000;

/**
 * Asks for something to be done, once: an order that is lost may have been taken, so nothing is sent twice by
 * itself. Rejects with ApiError.
 */
export async function postJson<T>(deps: HttpDeps, order: Order<T>): Promise<T> {
  const requestId = deps.newRequestId();
  const clock = new AbortController();
  const patience = new AbortController();
  void deps.wait(DEADLINE_MS, patience.signal).then(
    () => clock.abort(),
    () => {},
  );
  const trouble = (kind: ApiErrorKind, cause: unknown) =>
    new ApiError({ kind, detail: null, requestId, retryAfter: null }, { cause });
  try {
    const response = await deps
      .fetch(order.url, {
        method: 'POST',
        signal: clock.signal,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'idempotency-key': `panel-${requestId}`,
          'x-request-id': requestId,
          ...deps.session.headers(),
        },
        body: JSON.stringify(order.body),
      })
      .catch((cause: unknown) => {
        throw trouble(clock.signal.aborted ? 'too_slow' : 'unreachable', cause);
      });
    if (!response.ok) throw new ApiError(await readProblem(response, requestId));
    const body: unknown = await response.json().catch(() => undefined);
    if (order.isAnswer(body)) return body;
    throw trouble('not_understood', undefined);
  } finally {
    patience.abort();
  }
}
