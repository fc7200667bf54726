import { daysBetween } from '../days-between.ts';
import type { InsightSettings } from './insight-settings.ts';
import { mannKendall, type TrendTest } from './mann-kendall.ts';
import { median } from './robust-z.ts';

/** A published figure of one day. */
export interface FigureDay {
  /** ISO. */
  readonly day: string;
  readonly value: number;
}

/** A course that is more than chance. */
export interface Trend extends TrendTest {
  readonly from: string;
  readonly to: string;
  /** Days with a figure. */
  readonly days: number;
  readonly first: number;
  readonly last: number;
  /** From the first to the last, in days. */
  readonly span: number;
  /** The last less the first: what is told. */
  readonly change: number;
  /** The Theil-Sen slope times the span, in the unit of the figure. */
  readonly course: number;
}

/**
 * A trend of the figures of the last `change_days` days (ordered; days without scores are left out): the
 * Mann-Kendall test with p < `trend_p`, the last figure on the side of the first that the slope points to,
 * and both changes at least `trend_min_share` of the median. Undefined where there is none, or fewer than `trend_min_days` figures.
 */
export function detectTrend(
  days: readonly FigureDay[],
  settings: InsightSettings,
): Trend | undefined {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (days.length < settings.trend_min_days) return undefined;
  const values = days.map(({ value }) => value);
  const test = mannKendall(values);
  if (test === undefined || test.p >= settings.trend_p) return undefined;
  const span = daysBetween(first.day, last.day);
  const course = test.slope * span;
  const change = last.value - first.value;
  if (course === 0 || Math.sign(change) !== Math.sign(course)) return undefined;
  const size = Math.min(Math.abs(change), Math.abs(course));
  if (size < settings.trend_min_share * Math.abs(median(values))) return undefined;
  return {
    ...test,
    from: first.day,
    to: last.day,
    days: days.length,
    first: first.value,
    last: last.value,
    span,
    change,
    course,
  };
}
