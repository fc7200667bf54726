import { z } from '@hono/zod-openapi';
import { parseBody } from './body-input.ts';
import type { Exchange } from './route.ts';

const nothing = z.strictObject({});

/** For requests that take nothing: a body may be left out, or be an empty object. As `parseBody` throws. */
export async function refuseBody(exchange: Exchange): Promise<void> {
  await parseBody(nothing, exchange);
}
