import type { Problem } from '../contract/index.ts';
import { ERROR_CODES, type ErrorCode, isWonderError, WonderError } from '../domain/errors.ts';

interface Rendering {
  readonly status: number;
  readonly title: string;
}

/** What each code is in HTTP: total, so a new code does not compile without its status. */
const RENDERINGS: Readonly<Record<ErrorCode, Rendering>> = {
  invalid_value: { status: 422, title: 'A value is not allowed' },
  invalid_body: { status: 400, title: 'The body cannot be read' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  no_scores: { status: 404, title: 'No scores are published' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  not_acceptable: { status: 406, title: 'No such representation' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  conflict: { status: 409, title: 'Conflict' },
  run_in_flight: { status: 409, title: 'A run is in flight' },
  run_refused: { status: 409, title: 'The run was refused' },
  lease_lost: { status: 409, title: 'Another run took over' },
  too_large: { status: 413, title: 'Too large' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  warehouse_unavailable: { status: 503, title: 'The warehouse cannot be reached' },
  warehouse_failed: { status: 503, title: 'The warehouse failed' },
  database_held: { status: 503, title: 'The database is in use' },
  timed_out: { status: 504, title: 'It took too long' },
  cancelled: { status: 503, title: 'Cancelled' },
  tableau_auth: { status: 502, title: 'Tableau refuses the sign-in' },
  tableau_failed: { status: 502, title: 'Tableau cannot be used' },
  bad_input_files: { status: 422, title: 'Wrong input files' },
  bad_settings: { status: 500, title: 'Internal error' },
  bad_model: { status: 500, title: 'Internal error' },
  internal: { status: 500, title: 'Internal error' },
};

/** Whose detail was written for whoever asks; of all others only the title is told. */
const TOLD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_value',
  'invalid_body',
  'unauthenticated',
  'forbidden',
  'not_found',
  'no_scores',
  'method_not_allowed',
  'not_acceptable',
  'unsupported_media_type',
  'conflict',
  'run_in_flight',
  'run_refused',
  'too_large',
  'too_many_requests',
  'timed_out',
]);

const WITH_RETRY: ReadonlySet<number> = new Set([429, 503]);
const DEFAULT_RETRY_SECONDS = 5;

export interface ProblemReply {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** Anything thrown as a problem body and its headers; an unknown error says nothing of its cause. */
export function toProblem(thrown: unknown, requestId: string): ProblemReply {
  const error = isWonderError(thrown)
    ? thrown
    : new WonderError('internal', { detail: '', cause: thrown });
  const { status, title } = RENDERINGS[error.code];
  const problem: Problem = {
    type: `urn:wonder-portal:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: TOLD.has(error.code) ? error.message : `${title}.`,
    request_id: requestId,
    ...(error.problems.length === 0 || !TOLD.has(error.code)
      ? {}
      : { errors: error.problems.map((each) => ({ ...each })) }),
  };
  const retry = error.retryAfter ?? DEFAULT_RETRY_SECONDS;
  return {
    problem,
    headers: {
      ...(WITH_RETRY.has(status) ? { 'retry-after': String(Math.ceil(retry)) } : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="wonder-portal"' } : {}),
    },
  };
}

/** An error code as the documentation tells it. */
export interface DescribedError extends Rendering {
  readonly code: ErrorCode;
}

/** Every error code with its status, in the order of statuses. */
export function describeErrors(): DescribedError[] {
  return ERROR_CODES.map((code) => ({ code, ...RENDERINGS[code] })).sort(
    (a, b) => a.status - b.status,
  );
}
