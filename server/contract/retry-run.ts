import { z } from '@hono/zod-openapi';
import { runDetailSchema } from './run.ts';
import { values } from './values.ts';

/** A run that was tried again, where it went on, and why not later. */
export const runRetrySchema = runDetailSchema
  .extend({
    resumed_from: z.string().openapi({ description: 'the first stage that is run again' }),
    restarted_because: values.textOrNull.openapi({
      description: 'why it begins with the first stage; null: it goes on where it failed',
    }),
  })
  .openapi('RunRetry');

/** A run that was tried again. */
export type RunRetry = z.infer<typeof runRetrySchema>;
