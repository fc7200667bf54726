import type { ModelKind } from '../model-kinds.ts';
import type { ModelFigures } from './training-job.ts';

const FEATURES: ReadonlyMap<string, string> = new Map([
  ['days_since_last_engagement', 'Days since the last engagement'],
  ['engagement_score', 'Engagement score'],
  ['loyalty_score', 'Loyalty score'],
  ['value_score', 'Value score'],
  ['sentiment_score', 'Sentiment score'],
  ['advocacy_score', 'Advocacy score'],
  ['spend_last_30d', 'Spend in the last 30 days'],
  ['spend_prior_60d', 'Spend in the 60 days before'],
  ['engagements_last_30d', 'Engagements in the last 30 days'],
  ['tier_changes_90d', 'Tier changes in 90 days'],
  ['complaint_count', 'Complaints in 90 days'],
  ['account_age_days', 'Account age'],
  ['total_spend_lifetime', 'Spend so far'],
  ['avg_order_value', 'Average order'],
  ['purchase_frequency', 'Orders per 30 days'],
  ['predictions', 'Predictions'],
]);

const BASELINES: ReadonlyMap<string, string> = new Map([
  ['churn_risk_score', 'the rule-based risk'],
  ['days_since_last_engagement', 'days since the last engagement'],
  ['net_revenue_prior_365d', "last year's revenue as a guess"],
]);

/** What a feature of a model is called on a screen. */
export function featureLabel(feature: string): string {
  return FEATURES.get(feature) ?? feature;
}

/** What a baseline is called in a sentence. */
export function baselineLabel(name: string): string {
  return BASELINES.get(name) ?? name;
}

/** How good a model is, in one plain sentence with its numbers. */
export function describeModel(kind: ModelKind, { metrics, baselines }: ModelFigures): string {
  if (kind === 'churn') {
    const ranks = `Of two fans, one who lapsed and one who stayed, it gives the one who lapsed the higher risk in ${ofHundred(metrics.auc)} of 100 cases`;
    const lift =
      metrics.lift_at_10 === null
        ? ''
        : `; the tenth with the highest risk lapsed ${metrics.lift_at_10.toFixed(1)} times as often as all`;
    return `${ranks}${lift}.`;
  }
  const guess = baselines[0]?.value ?? null;
  const other =
    guess === null
      ? ''
      : `; ${baselineLabel(baselines[0]?.name ?? '')} is off by $${guess.toFixed(2)}`;
  return `On average it is off by $${(metrics.mae ?? 0).toFixed(2)} per fan and year${other}.`;
}

function ofHundred(auc: number | null): string {
  return auc === null ? 'an unknown number' : `${Math.floor(auc * 100)}`;
}
