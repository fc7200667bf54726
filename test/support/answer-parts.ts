import type { Meta } from '../../server/contract/index.ts';

/** The run that every made answer comes from. */
export const META: Meta = {
  score_date: '2025-03-01',
  run_id: 'run-1',
  calculated_at: '2025-03-02T08:14:00.000Z',
  data_as_of: '2025-03-01',
  age_seconds: 180,
  stale: false,
  stale_because: null,
};

/** The spec's example fan: 0.35 x 78.42 + 0.25 x 76.10 + 0.25 x 71.35 + 0.10 x 70.50 + 0.05 x 58.20 = 74.27. */
export const SCORES = {
  wonder_score: 74.27,
  engagement_score: 78.42,
  loyalty_score: 76.1,
  value_score: 71.35,
  sentiment_score: 70.5,
  advocacy_score: 58.2,
};

const EXTENDED = {
  hospitality_experience_score: null,
  digital_affinity_score: 81.2,
  revenue_efficiency_score: 0,
  churn_risk_score: 22,
  churn_probability: null,
  churn_risk: 22,
  churn_risk_level: 'low',
  churn_source: 'rule',
  predicted_ltv: null,
  lifetime_value: 1840,
  total_events_attended: 9,
  account_age_days: 900,
} as const;

const STANDING = {
  wonder_score_tier: 'Champion',
  percentile_rank: 88.2,
  loyalty_tier: 'Gold',
  primary_sport: 'Football',
  primary_affiliation: 'Alumni',
} as const;

/** Everything but the components that an answer about the example fan carries. */
export const EXAMPLE_FAN = { ...SCORES, ...STANDING, ...EXTENDED };
