/** Why an answer did not come, in the few kinds that a panel treats differently. */
export type ApiErrorKind =
  | 'signed_out'
  | 'forbidden'
  | 'not_found'
  | 'no_scores'
  | 'busy'
  | 'refused'
  | 'failed'
  | 'too_slow'
  | 'unreachable'
  | 'not_understood';

export interface ApiTrouble {
  readonly kind: ApiErrorKind;
  /** A sentence of the service for a person, or null where it said nothing. */
  readonly detail: string | null;
  readonly requestId: string;
  /** Seconds after which trying again makes sense, or null. */
  readonly retryAfter: number | null;
}

export class ApiError extends Error {
  readonly trouble: ApiTrouble;

  constructor(trouble: ApiTrouble, options?: ErrorOptions) {
    super(trouble.detail ?? trouble.kind, options);
    this.name = 'ApiError';
    this.trouble = trouble;
  }
}
