import { ApiError } from './api-error.ts';
import type { HttpDeps } from './http.ts';
import { readProblem } from './problem.ts';

const DEADLINE_MS = 12_000;

/** What is posted, under a key that makes a second try the same act. */
export interface Post {
  readonly url: string;
  readonly body: unknown;
}

/** Sends a body once; rejects with ApiError. */
export async function postJson(deps: HttpDeps, { url, body }: Post): Promise<void> {
  const requestId = deps.newRequestId();
  const clock = new AbortController();
  const { signal } = clock;
  void deps.wait(DEADLINE_MS, signal).then(
    () => clock.abort(),
    () => {},
  );
  const unreachable = { kind: 'unreachable', detail: null, requestId, retryAfter: null } as const;
  try {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-request-id': requestId,
      'idempotency-key': requestId,
      ...deps.session.headers(),
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal };
    const response = await deps.fetch(url, request).catch((error: unknown) => {
      throw new ApiError(unreachable, { cause: error });
    });
    if (!response.ok) throw new ApiError(await readProblem(response, requestId));
  } finally {
    clock.abort();
  }
}
