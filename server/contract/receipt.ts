import { z } from '@hono/zod-openapi';
import { SCORES } from '../domain/score-names.ts';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const receiptLineSchema = z
  .object({
    component: z.string().openapi({ example: 'digital_component' }),
    label: z.string().openapi({ example: 'Web sessions and e-mail opens' }),
    input: z
      .union([z.number(), z.string()])
      .nullable()
      .openapi({ description: 'the raw input; null: there is none' }),
    input_unit: values.textOrNull.openapi({ example: 'sessions' }),
    percent_rank: z.number().min(0).max(100).nullable().openapi({
      description: 'share of members below this fan, 0..100; null: not ranked',
    }),
    weight: z.number().min(0).max(1).nullable(),
    points: values.points,
    default_used: z.boolean().openapi({
      description: 'the fan has nothing of this; the input is the default of the rule',
    }),
  })
  .openapi('ReceiptLine');

/** How one score came about. */
export const scoreReceiptSchema = z
  .object({
    score: z.enum(SCORES),
    label: z.string(),
    value: values.score,
    lines: z.array(receiptLineSchema),
    points_total: values.points.openapi({ description: 'sum of the points: equals value' }),
    default_used: z.boolean().openapi({
      description: 'nothing of the fan’s own stands behind this score, or a default does',
    }),
  })
  .openapi('ScoreReceipt');

/** How each score of a fan came about; the points of the lines add up to the score. */
export const receiptSchema = z
  .object({
    wonder_id: z.string(),
    scores: z.array(scoreReceiptSchema),
    meta: metaSchema,
  })
  .openapi('Receipt');

/** The receipts of all of a fan's scores. */
export type Receipt = z.infer<typeof receiptSchema>;

/** How one score came about; its lines add up to its value. */
export type ScoreReceipt = z.infer<typeof scoreReceiptSchema>;
