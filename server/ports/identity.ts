import type { Principal } from '../domain/scope.ts';

/** Reads one request header; null where it is absent. Names are lower-case. */
export type HeaderReader = (name: string) => string | null;

/** Tells who asks. */
export interface Identity {
  /**
   * The same object for the same person and roles, so that callers can remember what follows from it.
   * Throws `unauthenticated` or `invalid_value`.
   */
  principalOf(header: HeaderReader): Principal;
}
