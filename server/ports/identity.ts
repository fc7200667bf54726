import type { Principal } from '../domain/scope.ts';

/** The headers of a request. */
export interface RequestHeaders {
  /** By lower-case name; null where it is absent. */
  header(name: string): string | null;
}

/** Tells who asks. */
export interface Identity {
  /**
   * The same object for the same person and roles, so that callers can remember what follows from it.
   * Throws `unauthenticated` or `invalid_value`.
   */
  principalOf(request: RequestHeaders): Principal;
}
