import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

/** What an answer about scores stands on, and how old that is. */
export const metaSchema = z
  .object({
    score_date: values.date.openapi({ description: 'the day the scores are of' }),
    run_id: z.string(),
    calculated_at: values.moment,
    data_as_of: values.date
      .nullable()
      .openapi({ description: 'newest day of activity in the data; null without any' }),
    age_seconds: z.int().min(0).openapi({ description: 'seconds since calculated_at' }),
    stale: z
      .boolean()
      .openapi({ description: 'newer scores should exist, or may, or their data is old' }),
    stale_because: values.textOrNull,
  })
  .openapi('Meta');

/** How old an answer is and which run it comes from. */
export type Meta = z.infer<typeof metaSchema>;
