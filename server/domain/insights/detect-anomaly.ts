import type { InsightSettings } from './insight-settings.ts';
import { type RobustZ, robustZ } from './robust-z.ts';

/** What happened on one day. */
export interface ActivityDay {
  /** ISO. */
  readonly day: string;
  readonly isGameDay: boolean;
  /** Rows or dollars. */
  readonly value: number;
}

/** A day unlike comparable days. */
export interface Anomaly extends RobustZ {
  readonly day: string;
  readonly value: number;
  /** Comparable days it was judged against. */
  readonly days: number;
  /** What made them comparable. */
  readonly like: 'same weekday' | 'weekend' | 'working day';
  readonly isGameDay: boolean;
}

const DAY_MS = 86_400_000;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** 0 is Monday, 6 is Sunday. */
function weekdayOf(day: string): number {
  return (((Date.parse(`${day}T00:00:00Z`) / DAY_MS - FIRST_MONDAY) % 7) + 7) % 7;
}

const isWeekend = (day: string) => weekdayOf(day) >= 5;

/** The days before the first with anything: there was no data yet, not nothing to count. */
function sinceFirst(days: readonly ActivityDay[]): readonly ActivityDay[] {
  const first = days.findIndex(({ value }) => value !== 0);
  return first < 0 ? [] : days.slice(first);
}

/**
 * Judges the last of `days` (ordered, without gaps) by the robust z of its value among comparable days before
 * it: the same weekday, with or without a game as it; where those are fewer than `anomaly_min_days`, all
 * working days or all weekend days, with or without a game. Unusual is |z| >= `anomaly_z` and a distance of at
 * least `anomaly_min_share` of the median. `leastScale` of counts is the square root of the median (a Poisson
 * count varies by that much by itself), of money a twentieth of the median. Undefined where the day is not
 * unusual, or there is too little to judge it by: too few days, or nothing on most of them.
 */
export function detectAnomaly(
  days: readonly ActivityDay[],
  { settings, isMoney }: { readonly settings: InsightSettings; readonly isMoney: boolean },
): Anomaly | undefined {
  const known = sinceFirst(days);
  const last = known.at(-1);
  if (last === undefined) return undefined;
  const before = known.slice(0, -1).filter(({ isGameDay }) => isGameDay === last.isGameDay);
  const sameWeekday = before.filter(({ day }) => weekdayOf(day) === weekdayOf(last.day));
  const sameKind = before.filter(({ day }) => isWeekend(day) === isWeekend(last.day));
  const isEnough = sameWeekday.length >= settings.anomaly_min_days;
  const peers = (isEnough ? sameWeekday : sameKind).map(({ value }) => value);
  if (peers.length < settings.anomaly_min_days) return undefined;
  // Where most days have nothing, a day with something is no news.
  if (peers.filter((value) => value !== 0).length * 2 < peers.length) return undefined;
  const middle = robustZ(last.value, { among: peers, leastScale: 1 })?.median ?? 0;
  const leastScale = isMoney ? Math.abs(middle) / 20 : Math.sqrt(Math.max(middle, 1));
  const found = robustZ(last.value, { among: peers, leastScale });
  if (found === undefined || Math.abs(found.z) < settings.anomaly_z) return undefined;
  const distance = Math.abs(last.value - found.median);
  if (distance < settings.anomaly_min_share * Math.abs(found.median)) return undefined;
  const like = isEnough ? 'same weekday' : isWeekend(last.day) ? 'weekend' : 'working day';
  const { day, value, isGameDay } = last;
  return { ...found, day, value, isGameDay, like, days: peers.length };
}
