import { addDays } from './run.ts';

/** The models there are: churn says how likely a fan is to lapse, LTV what a fan will bring in a year. */
export const MODEL_KINDS = ['churn', 'ltv'] as const;

/** One of the kinds of models. */
export type ModelKind = (typeof MODEL_KINDS)[number];

/** What a kind of model is asked with and judged against. */
export interface KindOfModel {
  /** Names of its features, in the order of the training table. */
  readonly features: readonly string[];
  /** Column of the training table that a new model must beat, besides those of `baselineFeatures`. */
  readonly baseline: string;
  /** Days that must have passed since the snapshot for its labels to be known. */
  readonly labelDays: number;
}

const KINDS: Readonly<Record<ModelKind, KindOfModel>> = {
  churn: {
    features: [
      'days_since_last_engagement',
      'engagement_score',
      'loyalty_score',
      'value_score',
      'sentiment_score',
      'spend_last_30d',
      'spend_prior_60d',
      'engagements_last_30d',
      'tier_changes_90d',
      'complaint_count',
    ],
    baseline: 'churn_risk_score',
    labelDays: 90,
  },
  ltv: {
    features: [
      'engagement_score',
      'loyalty_score',
      'value_score',
      'sentiment_score',
      'advocacy_score',
      'account_age_days',
      'total_spend_lifetime',
      'avg_order_value',
      'purchase_frequency',
    ],
    baseline: 'net_revenue_prior_365d',
    labelDays: 365,
  },
};

/** Features, baseline and label window of a kind of model. */
export function kindOfModel(kind: ModelKind): KindOfModel {
  return KINDS[kind];
}

/** The newest day whose label window has ended by `day`: what a training on that day learns from. */
export function snapshotDay(kind: ModelKind, day: string): string {
  return addDays(day, -KINDS[kind].labelDays);
}
