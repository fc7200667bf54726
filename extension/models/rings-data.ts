import type { Meta } from '../../server/contract/index.ts';
import type { HostFilters } from '../host/dashboard-host.ts';
import type { BaseScore } from './scores.ts';
import type { Subject } from './subject.ts';

/** What the score rings show: about a fan or a cohort, in one shape. */
export interface RingsData {
  readonly kind: 'rings';
  readonly subject: Subject;
  /** A fan's name where it may be shown. */
  readonly name: string | null;
  /** Of a fan: sport, affiliation and loyalty tier, as far as they are known. */
  readonly about: readonly string[];
  /** How many fans a cohort's averages are of. */
  readonly fans: number | null;
  readonly score: number | null;
  readonly tier: string | null;
  readonly topPercent: number | null;
  readonly change: ScoreChange | null;
  readonly rings: readonly RingDatum[];
  readonly strip: StripData;
  /** Share of the score's weight with the fans' own data, 0..1. */
  readonly coverage: number | null;
  readonly trend: readonly TrendDay[];
  readonly meta: Meta;
}

/** Nothing to show, for a reason that is nobody's fault. */
export interface NoRings {
  readonly kind: 'none';
  readonly reason: 'no_match' | 'too_few';
  readonly filters: HostFilters;
  /** The smallest group whose averages are shown. */
  readonly minimum: number;
  readonly meta: Meta;
}

export interface ScoreChange {
  readonly since: string;
  readonly days: number;
  readonly score: number | null;
}

export interface RingDatum {
  readonly score: BaseScore;
  readonly value: number | null;
  readonly change: number | null;
  /** False where the value is a default: nothing of the fan's own stands behind it. */
  readonly ownData: boolean;
}

export interface StripData {
  readonly hospitality: StripScore;
  readonly digital: StripScore;
  readonly efficiency: StripScore;
  readonly churn: FanRisk | CohortRisk;
  /** Money expected in the next twelve months; a cohort's is the median. */
  readonly ltv: number | null;
  readonly ltvHidden: boolean;
  /** The smallest group that is shown; null for a fan. */
  readonly minimum: number | null;
}

export interface StripScore {
  readonly value: number | null;
  /** Of a cohort: how many fans have this score. */
  readonly fans: number | null;
  /** Of a cohort: too few have this score for it to be shown. */
  readonly hidden: boolean;
}

export interface FanRisk {
  readonly of: 'fan';
  readonly risk: number;
  readonly level: RiskLevel;
}

export interface CohortRisk {
  readonly of: 'cohort';
  /** Share of fans at high risk, 0..1; null: hidden, the group or the rest is too small. */
  readonly share: number | null;
  readonly fans: number | null;
}

export type RiskLevel = 'high' | 'medium' | 'low';

export interface TrendDay {
  readonly date: string;
  readonly value: number;
}
