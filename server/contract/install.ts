import { z } from '@hono/zod-openapi';
import { PANELS } from '../domain/panels.ts';

/** What an administrator of Tableau has to know to let the panels in. */
export const installSchema = z
  .object({
    address: z.string().openapi({ description: 'the service as Tableau reaches it' }),
    address_problem: z.string().nullable().openapi({
      description: 'why Tableau would not take panels of this address',
    }),
    panels: z.array(
      z.object({
        panel: z.enum(PANELS),
        url: z.string().openapi({ description: 'for the safe list' }),
        manifest: z.string().openapi({ description: 'where its .trex file is' }),
      }),
    ),
    frame_ancestors: z
      .array(z.string())
      .openapi({ description: 'origins that may frame the panels' }),
    library: z.enum(['address', 'copy', 'missing']).openapi({
      description: 'where the Tableau Extensions library comes from',
    }),
    library_address: z.string().nullable(),
  })
  .openapi('Install');

/** Inferred from its schema. */
export type Install = z.infer<typeof installSchema>;
