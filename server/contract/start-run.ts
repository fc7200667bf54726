import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

/** What starts a run; without a date, the last complete day. */
export const startRunSchema = z
  .strictObject({ score_date: values.date.optional() })
  .openapi('StartRun');

/** What a run is asked to score; without a date the last complete day. */
export type StartRun = z.infer<typeof startRunSchema>;
