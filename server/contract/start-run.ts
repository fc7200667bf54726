import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

/** What starts a run; without a date, the last complete day. */
export const startRunSchema = z
  .strictObject({
    score_date: values.date.optional(),
    override_because: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .openapi({ description: 'publish although a data gate refuses, and why that is right' }),
  })
  .openapi('StartRun');

/** What a run is asked to score; without a date the last complete day. */
export type StartRun = z.infer<typeof startRunSchema>;
