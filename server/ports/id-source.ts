/** Unguessable ids; the only source of randomness outside seeded algorithms. */
export interface IdSource {
  /** Lower-case letters and digits, `length` of them (at most 32). */
  next(length: number): string;
}
