/**
 * Every way this product can refuse or fail, by code. The set is closed: HTTP statuses, exit codes
 * and messages are total functions of it.
 */
export const ERROR_CODES = [
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
  'lease_lost',
  'too_large',
  'too_many_requests',
  'warehouse_unavailable',
  'warehouse_failed',
  'database_held',
  'timed_out',
  'cancelled',
  'tableau_auth',
  'tableau_failed',
  'bad_input_files',
  'bad_settings',
  'bad_model',
  'internal',
] as const;

/** One of the closed set of codes. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One wrong value: where it was (a field, or file:line), what was wrong, what is allowed. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  readonly allowed?: string;
}

/** What an error says besides its code. */
export interface ErrorDetail {
  /** A sentence for the person who caused it or must mend it; never SQL, a stack, a path or a secret. */
  readonly detail: string;
  readonly problems?: readonly FieldProblem[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The only error type thrown on purpose. Recognise it by `isWonderError`, never by class identity. */
export class WonderError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly FieldProblem[];
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, { detail, problems, retryAfter, cause }: ErrorDetail) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'WonderError';
    this.code = code;
    this.problems = problems ?? [];
    this.retryAfter = retryAfter;
  }
}

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/** True for errors raised on purpose, also across module copies: decided by the code. */
export function isWonderError(error: unknown): error is WonderError {
  return error instanceof Error && 'code' in error && CODES.has(String(error.code));
}
