import { z } from '@hono/zod-openapi';

/** A number that is sent rounded to at most so many decimals. */
export function decimals(most: number) {
  return z
    .number()
    .overwrite((value) => Number(value.toFixed(most)))
    .openapi({ description: `at most ${most} decimals` });
}
