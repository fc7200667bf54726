import { z } from '@hono/zod-openapi';
import { decimals } from './decimals.ts';
import { values } from './values.ts';

const number = decimals(4).nullable();

const metricsSchema = z
  .object({
    auc: number,
    log_loss: number,
    brier: number,
    lift_at_10: number.openapi({ description: 'churn among the tenth at most risk, over all' }),
    mae: values.moneyOrNull,
    r2: number,
  })
  .openapi('ModelMetrics');

const calibrationBinSchema = z
  .object({
    from: values.share,
    to: values.share,
    rows: values.count,
    predicted: values.share.nullable(),
    observed: values.share.nullable(),
  })
  .openapi('CalibrationBin');

const baselineSchema = z
  .object({
    name: z.string().openapi({ example: 'churn_risk_score' }),
    label: z.string(),
    metric: z.enum(['auc', 'mae']),
    value: number.openapi({ description: 'an AUC with at most 4 decimals, or dollars with 2' }),
  })
  .overwrite(({ value, ...rest }) => ({
    ...rest,
    value: value !== null && rest.metric === 'mae' ? Number(value.toFixed(2)) : value,
  }))
  .openapi('ModelBaseline');

const importanceSchema = z
  .object({ feature: z.string(), label: z.string(), share: values.share })
  .openapi('FeatureImportance');

const trained = {
  version: z.string().openapi({ example: 'churn_20250301_1' }),
  kind: z.enum(['churn', 'ltv']),
  trained_at: values.moment,
  snapshot_date: values.date.openapi({ description: 'the day its features are of' }),
  data_cut_off: values.date.openapi({ description: 'the last day its labels have seen' }),
  rows: values.count.openapi({ description: 'learnt from and judged by' }),
  held_out_rows: values.count.openapi({ description: 'a fifth, which every figure here is of' }),
  class_balance: values.share.nullable().openapi({ description: 'share that lapsed; churn only' }),
  metrics: metricsSchema,
  baselines: z.array(baselineSchema),
  calibration: z.array(calibrationBinSchema).openapi({ description: 'ten bins; churn only' }),
  importances: z.array(importanceSchema),
} as const;

/** How good a model is, on rows it did not learn from. */
export const modelQualitySchema = z
  .object({ ...trained, text: z.string().openapi({ description: 'in one sentence' }) })
  .openapi('ModelQuality');

const level = z.enum(['stable', 'moved', 'shifted']).openapi({
  description:
    'PSI below 0.1 or no more than chance makes of so few rows, below 0.25, from 0.25 on',
});

const driftSchema = z
  .object({
    run_id: z.string(),
    score_date: values.date,
    level: level.openapi({ description: 'that of the predictions: shifted is a warning' }),
    features: z.array(
      z.object({ feature: z.string(), label: z.string(), psi: decimals(4).min(0), level }),
    ),
    predictions: z.object({ psi: decimals(4).min(0), level }),
  })
  .openapi('ModelDrift');

const modelSchema = z
  .object({
    ...trained,
    published: z.boolean().openapi({ description: 'in use, one per kind' }),
    published_at: values.moment.nullable().openapi({
      description: 'when it was last put in use; null: never',
    }),
    can_publish: z.boolean().openapi({
      description: 'not in use, and its trees are kept: POST /models/{version}/publish takes it',
    }),
    refused_because: values.textOrNull.openapi({
      description: 'why its training did not put it in use; an admin may have done so since',
    }),
    run_id: values.textOrNull,
    algorithm: z.string(),
    seed: z.int(),
    drift: driftSchema.nullable().openapi({ description: 'at the latest run it predicted' }),
    text: z.string(),
  })
  .openapi('Model');

const refusalSchema = z
  .object({
    kind: z.enum(['churn', 'ltv']),
    at: values.moment,
    run_id: z.string(),
    reason: z.string(),
  })
  .openapi('TrainingRefusal');

/** Trained models, newest first, and trainings that gave none, with the reason. */
export const modelListSchema = z
  .object({
    items: z.array(modelSchema),
    total: values.count,
    next_cursor: values.nextCursor,
    published: z.object({ churn: values.textOrNull, ltv: values.textOrNull }),
    refusals: z.array(refusalSchema).openapi({
      description:
        'trainings that ended without a model; a model kept back is an item and says why',
    }),
  })
  .openapi('ModelList');

/** What putting a model in use came to. */
export const modelPublicationSchema = z
  .object({
    version: trained.version,
    kind: trained.kind,
    published: z.boolean().openapi({
      description: 'in use now; false where a repeated key finds another model chosen since',
    }),
    replaced: values.textOrNull.openapi({
      description: 'the version that this request put out of use; null: none',
    }),
  })
  .openapi('ModelPublication');

/** How good a model is, on rows it did not learn from. */
export type ModelQuality = z.infer<typeof modelQualitySchema>;

/** What putting a model in use came to. */
export type ModelPublication = z.infer<typeof modelPublicationSchema>;

/** Trained models, newest first. */
export type ModelList = z.infer<typeof modelListSchema>;
