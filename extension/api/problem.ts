import type { Problem } from '../../server/contract/index.ts';
import type { ApiErrorKind, ApiTrouble } from './api-error.ts';

const BY_STATUS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  429: 'busy',
  503: 'busy',
  504: 'too_slow',
};

/** What an answer that is not a success says, whatever its body. */
export async function readProblem(response: Response, requestId: string): Promise<ApiTrouble> {
  const body: unknown = await response.json().catch(() => null);
  const problem = isProblem(body) ? body : null;
  return {
    kind: kindOf(response.status, problem),
    detail: problem?.detail ?? null,
    requestId: problem?.request_id ?? response.headers.get('x-request-id') ?? requestId,
    retryAfter: secondsOf(response.headers.get('retry-after')),
  };
}

function kindOf(status: number, problem: Problem | null): ApiErrorKind {
  if (problem?.code === 'no_scores') return 'no_scores';
  return BY_STATUS[status] ?? (status < 500 ? 'refused' : 'failed');
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    'detail' in body &&
    'request_id' in body &&
    typeof body.detail === 'string' &&
    typeof body.request_id === 'string'
  );
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) : null;
}
