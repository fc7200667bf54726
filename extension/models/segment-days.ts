import type { SegmentItem } from '../../server/contract/index.ts';
import { dayNumber } from './change.ts';

/** The days that any of the segments has a size on, oldest first. */
export function daysOf(items: readonly Pick<SegmentItem, 'history'>[]): readonly string[] {
  return [...new Set(items.flatMap(({ history }) => history.map((day) => day.score_date)))].sort();
}

/** A segment on a day; null where it was not counted as it is now, such as by another judge of risk. */
export function sizeOn({ history }: Pick<SegmentItem, 'history'>, date: string): number | null {
  return history.find((day) => day.score_date === date)?.fans ?? null;
}

/** The sizes of a segment on the given days, as a chart takes them. */
export function sizePoints(
  item: Pick<SegmentItem, 'history'>,
  days: readonly string[],
): readonly { readonly at: number; readonly value: number | null }[] {
  return days.map((date) => ({ at: dayNumber(date), value: sizeOn(item, date) }));
}
