import { z } from '@hono/zod-openapi';
import { RUN_STATUSES, STAGE_STATUSES } from '../domain/run-words.ts';
import { values } from './values.ts';

const runStageSchema = z
  .object({
    name: z.string(),
    status: z.enum(STAGE_STATUSES),
    rows: values.countOrNull,
    attempts: values.count,
    duration_ms: values.countOrNull,
    error: values.textOrNull,
    skipped_because: values.textOrNull.openapi({ description: 'why there was nothing to do' }),
  })
  .openapi('RunStage');

/** One scoring run of one day. */
export const runSchema = z
  .object({
    run_id: z.string(),
    score_date: values.date,
    status: z.enum(RUN_STATUSES),
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

const dataQualitySchema = z
  .object({
    source_table: z.string(),
    rows_read: values.count,
    duplicates: values.count,
    out_of_range: values.count,
    unknown_fan: values.count,
    no_date: values.count,
    after_as_of: values.count,
    missing_key: values.countOrNull.openapi({ description: 'null: the run did not count them' }),
  })
  .openapi('DataQuality');

/** One run, with what it left out of each landing table; nothing until it has read them. */
export const runDetailSchema = runSchema
  .extend({ data_quality: z.array(dataQualitySchema) })
  .openapi('RunDetail');

/** Runs, newest start first. */
export const runListSchema = z
  .object({
    items: z.array(runSchema),
    total: values.count,
    next_cursor: values.nextCursor,
  })
  .openapi('RunList');

/** One scoring run with its stages. */
export type Run = z.infer<typeof runSchema>;

/** One scoring run with its stages and the quality of its data. */
export type RunDetail = z.infer<typeof runDetailSchema>;

/** Scoring runs, newest start first. */
export type RunList = z.infer<typeof runListSchema>;
