import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const MOST_IDS = 1000;

/** Whom to predict for: 1 to 1,000 ids, each answered once, in this order. */
export const askPredictionsSchema = z
  .strictObject({
    wonder_ids: z
      .array(z.string().min(1).max(128))
      .min(1, `1 to ${MOST_IDS} ids`)
      .max(MOST_IDS, `1 to ${MOST_IDS} ids`),
  })
  .openapi('AskPredictions');

const rest = {
  unknown_ids: z.array(z.string()).openapi({ description: 'no such fan, or out of scope' }),
  model_version: values.textOrNull.openapi({ description: 'null: no model is published' }),
  meta: metaSchema,
} as const;

/** How likely fans are to lapse within 90 days. */
export const churnPredictionsSchema = z
  .object({
    items: z.array(
      z
        .object({
          wonder_id: z.string(),
          churn_probability: values.share.nullable(),
          churn_risk: values.score,
          churn_risk_level: values.churnLevel,
          churn_source: values.churnSource,
        })
        .openapi('ChurnPrediction'),
    ),
    ...rest,
  })
  .openapi('ChurnPredictions');

/** Net revenue expected of fans within 365 days. */
export const ltvPredictionsSchema = z
  .object({
    items: z.array(
      z
        .object({ wonder_id: z.string(), predicted_ltv: values.moneyOrNull })
        .openapi('LtvPrediction'),
    ),
    ...rest,
  })
  .openapi('LtvPredictions');

/** Whom to predict for. */
export type AskPredictions = z.infer<typeof askPredictionsSchema>;
/** Churn predictions, in the order asked. */
export type ChurnPredictions = z.infer<typeof churnPredictionsSchema>;
/** LTV predictions, in the order asked. */
export type LtvPredictions = z.infer<typeof ltvPredictionsSchema>;
