import { z } from '@hono/zod-openapi';
import { WonderError } from '../domain/errors.ts';
import type { Exchange } from './route.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** What OpenAPI says of the header. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'the same key, the same answer: nothing is started twice' }),
});

/** The request's Idempotency-Key; undefined without one. Throws `invalid_value`. */
export function idempotencyKeyOf(exchange: Exchange): string | undefined {
  const key = exchange.header('idempotency-key');
  if (key === null) return undefined;
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw new WonderError('invalid_value', {
    detail: 'The Idempotency-Key cannot be used.',
    problems: [
      {
        field: 'idempotency-key',
        message: 'is empty, too long or not plain',
        allowed: '1 to 255 visible ASCII characters',
      },
    ],
  });
}
