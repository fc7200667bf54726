import { z } from '@hono/zod-openapi';
import {
  FEEDBACK_VERDICTS,
  INSIGHT_PRIORITIES,
  INSIGHT_TYPES,
} from '../domain/insights/insight-names.ts';
import { decimals } from './decimals.ts';
import { metaSchema } from './meta.ts';
import { factSchema } from './narrative.ts';
import { values } from './values.ts';

const evidenceSchema = z
  .object({
    facts: z.array(factSchema).min(1),
    series: z
      .array(z.object({ day: values.date, value: z.number() }))
      .optional()
      .openapi({ description: 'of a trend: the figure of each day it was found in' }),
    filters: z.record(z.string(), z.string().nullable()).openapi({
      description: 'which fans: column to value; empty: all fans of the department',
      example: { primary_sport: 'Football' },
    }),
    fans_path: values.textOrNull.openapi({
      description:
        'lists the fans it is about, for those who may list fans; contact is as it stands now; null: no list is that narrow',
      example: '/api/v1/segments/inactive?score_date=2025-03-01&contactable=true',
    }),
    from: values.date.openapi({ description: 'first day of what is judged' }),
    to: values.date.openapi({ description: 'last day of what is judged' }),
    method: z.string().openapi({ description: 'how it was found, in one sentence' }),
    run_id: z.string(),
  })
  .openapi('Evidence');

const insightSchema = z
  .object({
    insight_id: z.string(),
    insight_type: z.enum(INSIGHT_TYPES),
    department: values.department,
    priority: z.enum(INSIGHT_PRIORITIES),
    title: z.string(),
    description: z.string(),
    metric_name: z.string().openapi({ example: 'revenue' }),
    metric_label: z.string().openapi({ example: 'Revenue' }),
    metric_value: decimals(2).nullable(),
    fans: values.count.openapi({ description: 'fans in the group it is about' }),
    insight_date: values.date.openapi({
      description: 'the day it was said; it has stood since, if that is before the score date',
    }),
    is_new: z.boolean().openapi({ description: 'said on the score date' }),
    created_at: values.moment,
    evidence: evidenceSchema,
  })
  .openapi('Insight');

/** What stands for a department on the score date. */
export const insightListSchema = z
  .object({
    department: values.department,
    items: z.array(insightSchema).max(50).openapi({
      description: 'high, medium, low; then the newest',
    }),
    total: values.count.openapi({ description: 'all of the day, also those beyond 50' }),
    next_cursor: values.nextCursor.openapi({ description: 'always null: 50 at most' }),
    meta: metaSchema,
  })
  .openapi('InsightList');

/** What a reader says of an insight. */
export const insightFeedbackSchema = z
  .strictObject({
    verdict: z.enum(FEEDBACK_VERDICTS).openapi({
      description: 'wrong and known keep it away until it moves; useful brings it back',
    }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^[^\p{Cc}]*$/u, 'one line of text')
      .optional(),
  })
  .openapi('InsightFeedback');

/** The feedback as it was kept. */
export const insightFeedbackAnswerSchema = z
  .object({
    feedback_id: z.string(),
    insight_id: z.string(),
    verdict: z.enum(FEEDBACK_VERDICTS),
    reason: values.textOrNull,
    given_at: values.moment,
  })
  .openapi('InsightFeedbackAnswer');

/** The insights of a department, each with its evidence. */
export type InsightList = z.infer<typeof insightListSchema>;

/** One insight with its evidence. */
export type InsightItem = InsightList['items'][number];

/** A verdict on an insight, with an optional reason. */
export type InsightFeedback = z.infer<typeof insightFeedbackSchema>;

/** The feedback as it was kept. */
export type InsightFeedbackAnswer = z.infer<typeof insightFeedbackAnswerSchema>;
