import { z } from '@hono/zod-openapi';
import { EXTRACT_KINDS, EXTRACT_STATUSES } from '../domain/extract.ts';
import { values } from './values.ts';

/** One refresh of one extract, followed to its end. */
export const extractJobSchema = z
  .object({
    job_id: z.string(),
    kind: z.enum(EXTRACT_KINDS),
    name: z.string().openapi({ description: 'Project/Name, or the LUID it is listed by' }),
    luid: values.textOrNull,
    tableau_job_id: values.textOrNull,
    status: z.enum(EXTRACT_STATUSES),
    progress: z.int().min(0).max(100).nullable().openapi({ description: 'percent' }),
    started_at: values.moment.nullable(),
    finished_at: values.moment.nullable(),
    error: values.textOrNull,
    run_id: values.textOrNull.openapi({ description: 'the run it belongs to; null: by hand' }),
  })
  .openapi('ExtractJob');

/** The extracts this service refreshes, each with its last job. */
export const extractListSchema = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(EXTRACT_KINDS),
        name: z.string(),
        last_job: extractJobSchema.nullable(),
      }),
    ),
    total: values.count,
    next_cursor: values.nextCursor,
    not_configured_because: values.textOrNull.openapi({
      description: 'why nothing can be refreshed; null: it can',
    }),
  })
  .openapi('ExtractList');

/** One refresh of one extract. */
export type ExtractJob = z.infer<typeof extractJobSchema>;

/** The extracts this service refreshes. */
export type ExtractList = z.infer<typeof extractListSchema>;
