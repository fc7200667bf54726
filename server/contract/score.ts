import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const { score, scoreOrNull, points } = values;

/** The five base scores, as every list and history carries them. */
export const baseScores = {
  engagement_score: score,
  loyalty_score: score,
  value_score: score,
  sentiment_score: score,
  advocacy_score: score,
} as const;

/** The scores beside the WonderScore. */
export const extendedScores = {
  hospitality_experience_score: scoreOrNull,
  digital_affinity_score: scoreOrNull,
  revenue_efficiency_score: scoreOrNull,
  churn_risk_score: score.openapi({ description: 'the rule-based risk, 0..100' }),
  churn_probability: values.share.nullable(),
  churn_risk: score.openapi({ description: 'the risk as shown everywhere, 0..100' }),
  churn_risk_level: values.churnLevel,
  churn_source: values.churnSource,
  predicted_ltv: values.moneyOrNull,
  lifetime_value: values.money,
  total_events_attended: values.count,
  account_age_days: values.countOrNull,
} as const;

/** Everything scored about one fan on one day. */
export const scoreRecordSchema = z
  .object({
    wonder_id: z.string(),
    wonder_score: score,
    wonder_score_tier: values.tier,
    percentile_rank: score,
    top_percent: z.number().min(0.1).max(100).openapi({
      description: 'for "Top x %": 100 - percentile_rank, at least 0.1',
    }),
    ...baseScores,
    attendance_component: score,
    digital_component: score,
    social_component: score,
    learning_component: score,
    tier_component: score,
    tenure_component: score,
    redemption_component: score,
    stability_bonus: points,
    revenue_component: score,
    frequency_component: score,
    recency_component: score,
    breadth_bonus: points,
    nps_component: points,
    review_component: points,
    sentiment_component: points,
    complaint_penalty: points.openapi({ description: '0..-20' }),
    referral_component: score,
    amplification_component: score,
    hosting_component: score,
    coverage: values.share.openapi({ description: "weight share with the fan's own data, 0..1" }),
    has_engagement: z.boolean(),
    has_loyalty: z.boolean(),
    has_value: z.boolean(),
    has_sentiment: z.boolean(),
    has_advocacy: z.boolean(),
    loyalty_tier: values.textOrNull,
    primary_sport: values.textOrNull,
    primary_affiliation: values.textOrNull,
    ...extendedScores,
    score_date: values.date,
    calculated_at: values.moment,
    run_id: z.string(),
    meta: metaSchema,
  })
  .openapi('ScoreRecord');

/** All of a fan's scores and components of one day, 0 to 100; null where there is no data. */
export type ScoreRecord = z.infer<typeof scoreRecordSchema>;
