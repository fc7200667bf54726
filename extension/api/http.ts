import { ApiError, type ApiErrorKind } from './api-error.ts';
import { readProblem } from './problem.ts';
import type { Session } from './session.ts';

export interface HttpDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly session: Session;
  readonly newRequestId: () => string;
  /** Resolves after `ms`; rejects as soon as `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const DEADLINE_MS = 12_000;
// A panel that stands still for longer than this is better off saying so.
const LONGEST_WAIT_SECONDS = 3;
const ATTEMPTS = 3;
const WORTH_ANOTHER_TRY: readonly ApiErrorKind[] = ['busy', 'unreachable'];

export interface Question<T> {
  readonly url: string;
  readonly isAnswer: (body: unknown) => body is T;
  /** GET where it is absent. A question that is posted may be asked again, too. */
  readonly method?: 'POST';
}

/**
 * The answer to a GET. All attempts share one deadline and one request id; rejects with ApiError, or with the
 * reason of `signal` when the caller no longer wants the answer.
 */
export async function getJson<T>(
  deps: HttpDeps,
  question: Question<T>,
  signal: AbortSignal,
): Promise<T> {
  const requestId = deps.newRequestId();
  const clock = new AbortController();
  const giveUp = (): void => clock.abort(signal.reason);
  signal.addEventListener('abort', giveUp);
  const deadline = deps.wait(DEADLINE_MS, clock.signal).then(
    () => clock.abort(),
    () => {},
  );
  try {
    signal.throwIfAborted();
    return await attempt(deps, { ...question, requestId, signal: clock.signal }, ATTEMPTS);
  } catch (error) {
    signal.throwIfAborted();
    throw clock.signal.aborted ? localTrouble('too_slow', requestId, error) : error;
  } finally {
    signal.removeEventListener('abort', giveUp);
    clock.abort();
    await deadline;
  }
}

interface Call<T> extends Question<T> {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

async function attempt<T>(deps: HttpDeps, call: Call<T>, left: number): Promise<T> {
  try {
    return await once(deps, call);
  } catch (error) {
    const pause = error instanceof ApiError && left > 1 ? pauseOf(error) : null;
    if (pause === null) throw error;
    await deps.wait(pause * 1000, call.signal);
    return attempt(deps, call, left - 1);
  }
}

function pauseOf(error: ApiError): number | null {
  if (!WORTH_ANOTHER_TRY.includes(error.trouble.kind)) return null;
  const seconds = error.trouble.retryAfter ?? 0.5;
  return seconds <= LONGEST_WAIT_SECONDS ? seconds : null;
}

async function once<T>(deps: HttpDeps, call: Call<T>): Promise<T> {
  const { requestId, signal, isAnswer } = call;
  const response = await send(deps, call);
  if (!response.ok) throw new ApiError(await readProblem(response, requestId));
  try {
    const body: unknown = await response.json();
    if (isAnswer(body)) return body;
  } catch (error) {
    throw signal.aborted ? error : localTrouble('not_understood', requestId, error);
  }
  throw localTrouble('not_understood', requestId);
}

async function send<T>(deps: HttpDeps, call: Call<T>): Promise<Response> {
  const { url, method, requestId, signal } = call;
  const headers = {
    accept: 'application/json',
    'x-request-id': requestId,
    ...deps.session.headers(),
  };
  try {
    return await deps.fetch(url, { headers, signal, ...(method === undefined ? {} : { method }) });
  } catch (error) {
    throw signal.aborted ? error : localTrouble('unreachable', requestId, error);
  }
}

function localTrouble(kind: ApiErrorKind, requestId: string, cause?: unknown): ApiError {
  return new ApiError({ kind, detail: null, requestId, retryAfter: null }, { cause });
}
