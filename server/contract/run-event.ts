import { z } from '@hono/zod-openapi';
import { runSchema } from './run.ts';
import { values } from './values.ts';

/** What `event: run` of a run's event stream carries: all there is to know, so that none need be missed. */
export const runEventSchema = z
  .object({
    run: runSchema,
    progress: z
      .object({
        stage: z.string(),
        done: values.count.openapi({ description: 'steps done of the whole run' }),
        total: values.count,
      })
      .nullable()
      .openapi({ description: 'null: over, or run by another process' }),
  })
  .openapi('RunEvent');

/** What a run looked like at a moment. */
export type RunEvent = z.infer<typeof runEventSchema>;
