interface OnDay {
  readonly day: number;
}

/** `W90`: D-90 to D, both included. */
export function last90<T extends OnDay>(rows: readonly T[], asOf: number): T[] {
  return rows.filter((row) => row.day >= asOf - 90 && row.day <= asOf);
}

/** `W30`: D-30 to D, both included: 31 days. */
export function last30<T extends OnDay>(rows: readonly T[], asOf: number): T[] {
  return rows.filter((row) => row.day >= asOf - 30 && row.day <= asOf);
}

/** `P60`: D-90 to D-31: 60 days. */
export function prior60<T extends OnDay>(rows: readonly T[], asOf: number): T[] {
  return rows.filter((row) => row.day >= asOf - 90 && row.day < asOf - 30);
}
