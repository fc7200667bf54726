import { z } from '@hono/zod-openapi';
import { ERROR_CODES } from '../domain/errors.ts';

/** Every error body: RFC 9457 with a closed `code` and the id of the request. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:wonder-portal:problem:not_found' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(ERROR_CODES),
    detail: z.string(),
    request_id: z.string(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          allowed: z.string().optional(),
        }),
      )
      .optional()
      .openapi({ description: 'which field is wrong, and what is allowed' }),
  })
  .openapi('Problem');

/** An error as every route answers it (RFC 9457). */
export type Problem = z.infer<typeof problemSchema>;
