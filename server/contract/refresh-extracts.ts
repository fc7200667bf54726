import { z } from '@hono/zod-openapi';
import { extractJobSchema } from './extract.ts';

/** What asks for a refresh; without names, of every extract. */
export const refreshExtractsSchema = z
  .strictObject({ names: z.array(z.string().min(1).max(500)).min(1).max(200).optional() })
  .openapi('RefreshExtracts');

/** The jobs that were asked for. */
export const refreshAnswerSchema = z
  .object({ items: z.array(extractJobSchema) })
  .openapi('RefreshAnswer');

/** The jobs that a request for a refresh started. */
export type RefreshAnswer = z.infer<typeof refreshAnswerSchema>;
