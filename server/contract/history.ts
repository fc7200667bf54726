import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { baseScores } from './score.ts';
import { values } from './values.ts';

const historyItemSchema = z
  .object({
    score_date: values.date,
    run_id: z.string(),
    wonder_score: values.score,
    wonder_score_tier: values.tier,
    percentile_rank: values.score,
    ...baseScores,
    churn_risk: values.score,
    churn_source: values.churnSource.openapi({
      description: 'how that day was judged: risks of a rule and of a model are not one series',
    }),
  })
  .openapi('HistoryItem');

/** One row per published score date, oldest first. */
export const historySchema = z
  .object({
    wonder_id: z.string(),
    items: z.array(historyItemSchema),
    total: values.count,
    next_cursor: values.nextCursor,
    meta: metaSchema,
  })
  .openapi('ScoreHistory');

/** A fan's scores over time, the oldest first. */
export type ScoreHistory = z.infer<typeof historySchema>;

/** A fan's scores as published for one day. */
export type HistoryItem = z.infer<typeof historyItemSchema>;
