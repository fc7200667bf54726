import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

/** How fresh every source is, what is published, and when the next run is due. */
export const operationsSchema = z
  .object({
    may_operate: z.boolean().openapi({
      description: 'whether who asks may start runs and refresh extracts',
    }),
    schedule: z.object({
      cron: values.textOrNull.openapi({ description: 'null: runs are started by hand' }),
      time_zone: z.string(),
      next_run_at: values.moment.nullable(),
    }),
    last_complete_day: values.date,
    published: z
      .object({
        run_id: z.string(),
        score_date: values.date,
        calculated_at: values.moment,
        data_as_of: values.date.nullable(),
      })
      .nullable(),
    sources: z.array(
      z.object({
        source_table: z.string(),
        rows: values.count,
        newest_day: values.date
          .nullable()
          .openapi({ description: 'newest day of activity up to today; null: none, or no days' }),
        days_late: values.countOrNull.openapi({
          description: 'days between the newest day and the last complete one',
        }),
      }),
    ),
  })
  .openapi('Operations');

/** Freshness of the sources, what is published, and the schedule. */
export type Operations = z.infer<typeof operationsSchema>;
