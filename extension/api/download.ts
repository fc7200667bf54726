import { ApiError } from './api-error.ts';
import type { HttpDeps } from './http.ts';
import { readProblem } from './problem.ts';

/** A file of the service, whole. It may take as long as it needs; `signal` ends it. Rejects with ApiError. */
export async function getFile(deps: HttpDeps, url: string, signal: AbortSignal): Promise<Blob> {
  const requestId = deps.newRequestId();
  const headers = { 'x-request-id': requestId, ...deps.session.headers() };
  const trouble = { kind: 'unreachable', detail: null, requestId, retryAfter: null } as const;
  try {
    const response = await deps.fetch(url, { headers, signal });
    if (!response.ok) throw new ApiError(await readProblem(response, requestId));
    return await response.blob();
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ApiError ? error : new ApiError(trouble, { cause: error });
  }
}
