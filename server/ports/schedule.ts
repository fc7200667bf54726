/** When something is due, in a time zone with its clock changes. */
export interface Schedule {
  /** Milliseconds since 1970 UTC of the first time after a moment; undefined: never again. */
  next(after: number): number | undefined;
  /** The last time at or before a moment; undefined: none. */
  lastUpTo(moment: number): number | undefined;
}
