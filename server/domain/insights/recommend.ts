import type { InsightSettings } from './insight-settings.ts';

/** What can be done for a set of fans. */
export const PLAYS = [
  'win_back',
  'wake_up',
  'first_purchase',
  'invite_hosts',
  'near_elite',
] as const;

/** One thing that can be done. */
export type Play = (typeof PLAYS)[number];

/** Whom a play would reach in a department, and what comparable fans bring. */
export interface PlaySums {
  readonly play: Play;
  readonly fans: number;
  /** Fans that the mean is of. */
  readonly comparable: number;
  /** Their revenue of 90 days, dollars; null where the effect is fans, not money. */
  readonly comparableRevenue: number | null;
}

/** A play worth doing. */
export interface Recommendation extends PlaySums {
  /** Fans who are assumed to answer: fans x `response_share`. */
  readonly answering: number;
  /** Revenue of 90 days per comparable fan, dollars. */
  readonly mean: number | null;
  /** answering x mean, dollars; or answering, fans. */
  readonly effect: number;
  readonly effectUnit: 'money' | 'fans';
}

/**
 * The expected effect of a play: the fans it reaches, times `response_share` who are assumed to answer, times
 * what a comparable fan brings in 90 days. An assumption, told as one. Undefined where it reaches fewer than
 * `play_min_fans` (or `minimum`), where the mean would be of fewer than `minimum`, or brings nothing.
 */
export function recommend(
  sums: PlaySums,
  { minimum, settings }: { readonly minimum: number; readonly settings: InsightSettings },
): Recommendation | undefined {
  if (sums.fans < Math.max(minimum, settings.play_min_fans)) return undefined;
  const answering = sums.fans * settings.response_share;
  if (sums.comparableRevenue === null) {
    return answering < 1
      ? undefined
      : { ...sums, answering, mean: null, effect: answering, effectUnit: 'fans' };
  }
  if (sums.comparable < minimum || sums.comparableRevenue <= 0) return undefined;
  const mean = sums.comparableRevenue / sums.comparable;
  return { ...sums, answering, mean, effect: answering * mean, effectUnit: 'money' };
}
