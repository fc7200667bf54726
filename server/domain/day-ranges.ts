import { addDays } from './run.ts';

const SHOWN_RANGES = 6;

/** Sorted ISO days in words: '2025-01-01 to 2025-02-28 and 2025-03-05'. */
export function describeDays(days: readonly string[]): string {
  const ranges: { first: string; last: string }[] = [];
  for (const day of days) {
    const current = ranges.at(-1);
    if (current !== undefined && addDays(current.last, 1) === day) current.last = day;
    else ranges.push({ first: day, last: day });
  }
  const rest = ranges.length - SHOWN_RANGES;
  const shown = ranges
    .slice(-SHOWN_RANGES)
    .map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
  const listed = rest > 0 ? [`${rest} earlier spans`, ...shown] : shown;
  return [listed.slice(0, -1).join(', '), listed.at(-1) ?? ''].filter(Boolean).join(' and ');
}
