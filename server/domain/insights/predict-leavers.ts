import type { InsightSettings } from './insight-settings.ts';

/** Who of a group is at risk, and what a model expects where one is published. */
export interface RiskSums {
  readonly fans: number;
  readonly atRisk: number;
  /** Of those at risk, whom staff may contact. */
  readonly contactable: number;
  /** Revenue of those at risk in the last 90 days, dollars. */
  readonly atRiskRevenue: number;
  /** Fans with a probability of a published model. */
  readonly predicted: number;
  /** Sum of their probabilities: fans. */
  readonly expectedLeavers: number;
  /** Fans with a predicted value. */
  readonly valued: number;
  /** Sum of probability times predicted value of those at risk, dollars; what the churn panel shows. */
  readonly valueAtRisk: number;
}

/** What is to be expected of a department's fans. */
export interface Outlook extends RiskSums {
  /** rule: those at risk by the rule, and never a probability. model: expected values. */
  readonly source: 'rule' | 'model';
  /** Fans: expected leavers of the model, or those at risk by the rule. */
  readonly leavers: number;
  /** Of all fans, 0..1. */
  readonly share: number;
}

/**
 * Expected leavers are the sum of the fans' probabilities (the expectation of a sum needs no independence),
 * value at risk the sum of probability times predicted value of those at risk: where every fan has a
 * probability. Without a model the fans at risk by the rule are counted, which says nothing of how likely each of them leaves.
 * Undefined where they, or those who are not, are fewer than `minimum` or below `risk_min_share`.
 */
export function predictLeavers(
  sums: RiskSums,
  { minimum, settings }: { readonly minimum: number; readonly settings: InsightSettings },
): Outlook | undefined {
  if (sums.fans < minimum || sums.atRisk < minimum || sums.fans - sums.atRisk < minimum) {
    return undefined;
  }
  const source = sums.predicted === sums.fans ? 'model' : 'rule';
  const leavers = source === 'model' ? sums.expectedLeavers : sums.atRisk;
  const share = leavers / sums.fans;
  return share < settings.risk_min_share ? undefined : { ...sums, source, leavers, share };
}
