import type { Department } from '../departments.ts';
import type { ActivityDay } from './detect-anomaly.ts';
import type { RiskGroup, SpenderSums } from './detect-concentration.ts';
import type { GroupSums } from './detect-contribution.ts';
import type { FigureDay } from './detect-trend.ts';
import type { RiskSums } from './predict-leavers.ts';
import type { PlaySums } from './recommend.ts';

/** What happened in a department, day by day. */
export interface ActivitySeries {
  readonly metric: string;
  /** Ordered, without gaps, the score date last. */
  readonly days: readonly ActivityDay[];
  /** Fans behind the last day. */
  readonly activeFans: number;
}

/** Sums of one metric over the groups of one dimension, in two spans. */
export interface ChangeTable {
  readonly metric: string;
  readonly dimension: string;
  readonly groups: readonly GroupSums[];
}

/** A published figure over some days. */
export interface FigureSeries {
  readonly metric: string;
  /** Fans behind it now: all of the department, or those who have what is averaged. */
  readonly fans: number;
  readonly days: readonly FigureDay[];
}

/** The groups of one dimension and who of them is at risk. */
export interface RiskTable {
  readonly dimension: string;
  readonly groups: readonly (RiskSums & RiskGroup)[];
}

/** All that detectors read of one department on one score date. */
export interface InsightFacts {
  readonly department: Department;
  /** ISO. */
  readonly scoreDate: string;
  /** All its scored fans. */
  readonly fans: number;
  /** The fewest fans that its sums tell of, by themselves or beside those of another department. */
  readonly told: number;
  readonly activity: readonly ActivitySeries[];
  readonly changes: readonly ChangeTable[];
  readonly figures: readonly FigureSeries[];
  readonly outlook: RiskSums;
  readonly risks: readonly RiskTable[];
  readonly spenders: SpenderSums;
  readonly plays: readonly PlaySums[];
}
