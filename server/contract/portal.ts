import { z } from '@hono/zod-openapi';
import { values } from './values.ts';

/** The dashboards that whoever asks may open, by department. */
export const portalSchema = z
  .object({
    missing: z.array(z.string()).openapi({
      description: 'settings of the service without which nothing is shown',
    }),
    departments: z.array(
      z.object({
        department: values.department,
        dashboards: z.array(
          z.object({
            name: z.string().openapi({ description: 'Workbook/View, for links' }),
            title: z.string(),
            url: z.string().openapi({ description: 'on the Tableau site' }),
          }),
        ),
      }),
    ),
  })
  .openapi('Portal');

/** A token to show dashboards with, for one browser and a few minutes. */
export const embeddingTokenSchema = z
  .object({ token: z.string(), expires_at: values.moment })
  .openapi('EmbeddingToken');

/** Inferred from its schema. */
export type Portal = z.infer<typeof portalSchema>;

/** Inferred from its schema. */
export type EmbeddingToken = z.infer<typeof embeddingTokenSchema>;
