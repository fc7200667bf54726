import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

const runStageSchema = z
  .object({
    name: z.string(),
    status: z.enum(['pending', 'running', 'succeeded', 'failed', 'refused']),
    rows: values.countOrNull,
    attempts: values.count,
    duration_ms: values.countOrNull,
    error: values.textOrNull,
  })
  .openapi('RunStage');

/** One scoring run of one day. */
export const runSchema = z
  .object({
    run_id: z.string(),
    score_date: values.date,
    status: z.enum(['queued', 'running', 'succeeded', 'refused', 'failed', 'cancelled']),
    stage: values.textOrNull,
    stages: z.array(runStageSchema),
    trigger: values.textOrNull,
    started_at: values.moment.nullable(),
    finished_at: values.moment.nullable(),
    published: z.boolean(),
    data_as_of: values.date.nullable(),
    fans: values.countOrNull,
    refused_because: values.textOrNull,
    overridden_because: values.textOrNull,
    error: values.textOrNull,
  })
  .openapi('Run');

/** Runs, newest start first. */
export const runListSchema = z
  .object({
    items: z.array(runSchema),
    total: values.count,
    next_cursor: values.nextCursor,
  })
  .openapi('RunList');

/** What starts a run; without a date, the last complete day. */
export const startRunSchema = z
  .strictObject({ score_date: values.date.optional() })
  .openapi('StartRun');

/** One scoring run with its stages. */
export type Run = z.infer<typeof runSchema>;

/** Scoring runs, newest start first. */
export type RunList = z.infer<typeof runListSchema>;

/** What a run is asked to score; without a date the last complete day. */
export type StartRun = z.infer<typeof startRunSchema>;
