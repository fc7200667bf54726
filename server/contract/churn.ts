import { z } from '@hono/zod-openapi';
import { decimals } from './decimals.ts';
import { metaSchema } from './meta.ts';
import { modelQualitySchema } from './models.ts';
import { values } from './values.ts';

const figureSchema = z
  .object({
    fans: values.countOrNull.openapi({ description: 'null: suppressed' }),
    suppressed: z.boolean(),
  })
  .openapi('ChurnFigure');

const amountSchema = z
  .object({
    value: values.moneyOrNull.openapi({
      description: 'predicted LTV x churn probability, summed; null without models, or suppressed',
    }),
    fans: values.countOrNull,
    suppressed: z.boolean(),
  })
  .openapi('ValueAtRisk');

const histogramBinSchema = z
  .object({
    from: z.number().min(0).max(95).openapi({ description: 'churn_risk from here on' }),
    to: z.number().min(5).max(100).openapi({ description: 'to below here; the last includes 100' }),
    fans: values.countOrNull.openapi({ description: 'null: suppressed' }),
  })
  .openapi('ChurnHistogramBin');

const histogramCellSchema = histogramBinSchema
  .extend({ tier: values.tier })
  .openapi('ChurnHistogramCell');

const driverSchema = z
  .object({
    feature: z.string().openapi({ example: 'days_since_last_engagement' }),
    label: z.string().openapi({ example: 'Days since the last engagement' }),
    points: values.points.openapi({
      description:
        'what the feature adds to the mean risk (0..100) of the fans at risk, at most two decimals; negative: it lowers it',
    }),
    share: values.share.openapi({ description: 'of all that raises their risk' }),
    actionable: z.boolean().openapi({ description: 'staff can act on it' }),
    text: z.string(),
  })
  .openapi('ChurnDriver');

const backwardSchema = z
  .object({
    flagged_on: values.date
      .nullable()
      .openapi({ description: 'a published day about 90 days ago' }),
    flagged: values.countOrNull.openapi({ description: 'fans at risk on that day' }),
    lapsed: values.countOrNull.openapi({
      description: 'those without engagement, attendance or purchase since, for 90 days',
    }),
    others_lapsed_share: values.share.nullable().openapi({
      description: 'share that lapsed among all who were not flagged',
    }),
    churn_source: values.churnSource.nullable(),
    why: values.textOrNull.openapi({ description: 'why there is no answer' }),
  })
  .openapi('ChurnBackwardCheck');

/** Who is at risk, what that is worth, why, and how good such judgements have been. */
export const churnSummarySchema = z
  .object({
    churn_source: values.churnSource,
    fans: values.countOrNull.openapi({
      description: 'fans in scope who meet the filters; null when suppressed',
    }),
    suppressed: z.boolean().openapi({
      description: 'the group is too small, or would give a small one away: no figure is shown',
    }),
    minimum: values.count.openapi({ description: 'smallest group that is shown' }),
    at_risk: figureSchema,
    elite_at_risk: figureSchema,
    contactable: figureSchema.openapi({
      description: 'of those at risk: marketing opt-in and consent',
    }),
    value_at_risk: amountSchema.openapi({ description: 'of the fans at risk' }),
    ltv_model: values.textOrNull.openapi({
      description: 'version of the model whose LTV the value at risk is of; null: none',
    }),
    histogram: z.array(histogramCellSchema),
    histogram_bins: z.array(histogramBinSchema).openapi({
      description: 'of all tiers together: known also where the tiers within are suppressed',
    }),
    drivers: z.array(driverSchema),
    backward: backwardSchema.openapi({ description: 'of all fans in scope, whatever the filters' }),
    model: modelQualitySchema.nullable().openapi({
      description: 'of the whole model, whatever the filters; null: the rule-based risk',
    }),
    meta: metaSchema,
  })
  .openapi('ChurnSummary');

const reasonSchema = z
  .object({
    feature: z.string(),
    text: z.string().openapi({ example: 'No engagement for 74 days' }),
    value: decimals(4).nullable().openapi({ description: 'of the feature; null: no data' }),
    points: values.points.openapi({
      description: "what it adds to the fan's risk, of 100; at most two decimals",
    }),
  })
  .openapi('ChurnReason');

const churnFanSchema = z
  .object({
    wonder_id: z.string(),
    first_name: values.textOrNull.openapi({ description: 'null where not allowed' }),
    last_name: values.textOrNull.openapi({ description: 'null where not allowed' }),
    wonder_score: values.score,
    wonder_score_tier: values.tier,
    loyalty_tier: values.textOrNull,
    primary_sport: values.textOrNull,
    primary_affiliation: values.textOrNull,
    churn_probability: values.share.nullable(),
    churn_risk: values.score,
    churn_risk_level: values.churnLevel,
    churn_source: values.churnSource,
    predicted_ltv: values.moneyOrNull,
    value_at_risk: values.moneyOrNull,
    lifetime_value: values.money,
    contactable: z.boolean(),
    days_since_last_engagement: values.countOrNull.openapi({
      description: 'on the score date; 365: a year or more, or never',
    }),
    reasons: z.array(reasonSchema).openapi({ description: 'at most three, the strongest first' }),
  })
  .openapi('ChurnFan');

/** One fan's risk, with its reasons. */
export const churnFanAnswerSchema = churnFanSchema
  .extend({ meta: metaSchema })
  .openapi('ChurnFanAnswer');

/** Fans by value at risk, or by risk where no value is predicted, each with reasons. */
export const churnFansSchema = z
  .object({
    items: z.array(churnFanSchema),
    total: values.count,
    next_cursor: values.nextCursor,
    sorted_by: z.enum(['value_at_risk', 'churn_risk']),
    meta: metaSchema,
  })
  .openapi('ChurnFans');

/** The churn panel's figures. */
export type ChurnSummary = z.infer<typeof churnSummarySchema>;

/** A page of fans at risk, the most valuable first. */
export type ChurnFans = z.infer<typeof churnFansSchema>;

/** One fan's risk, with its reasons. */
export type ChurnFanAnswer = z.infer<typeof churnFanAnswerSchema>;
