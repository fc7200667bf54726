const DAY_MS = 86_400_000;
const PERIOD_DAYS = 28;
/** How much older than the period an earlier score may be and still stand for it. */
const TOLERANCE_DAYS = 7;

export interface Dated {
  readonly score_date: string;
}

/** A date as a number of days, so that dates can be subtracted. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(date) / DAY_MS);
}

/** The row to compare the newest one with: 28 days earlier or, up to a week, the nearest before; oldest first. */
export function rowToCompare<T extends Dated>(rows: readonly T[]): T | null {
  const newest = rows.at(-1);
  if (newest === undefined) return null;
  const latest = dayNumber(newest.score_date) - PERIOD_DAYS;
  const earlier = rows.filter((row) => {
    const day = dayNumber(row.score_date);
    return day <= latest && day >= latest - TOLERANCE_DAYS;
  });
  return earlier.at(-1) ?? null;
}

/** The rows that a trend shows: from the row compared with, or of the period, to the newest. */
export function rowsOfTrend<T extends Dated>(rows: readonly T[]): readonly T[] {
  const newest = rows.at(-1);
  if (newest === undefined) return [];
  const from = rowToCompare(rows)?.score_date;
  const first = from === undefined ? dayNumber(newest.score_date) - PERIOD_DAYS : dayNumber(from);
  return rows.filter((row) => dayNumber(row.score_date) >= first);
}
