import type { z } from '@hono/zod-openapi';
import { isWonderError, WonderError } from '../domain/errors.ts';
import { parseWith } from './input.ts';
import type { Exchange } from './route.ts';

const MAX_BODY_BYTES = 256 * 1024;

function tooLarge(): WonderError {
  return new WonderError('too_large', {
    detail: `The body may have at most ${MAX_BODY_BYTES} bytes.`,
  });
}

async function readLimited(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function refuseWrongType(request: BodySource): void {
  const type = request.header('content-type') ?? '';
  const isJson = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type);
  const encoding = request.header('content-encoding');
  if (isJson && (encoding === null || encoding === 'identity')) return;
  throw new WonderError('unsupported_media_type', {
    detail: 'The body must be application/json in UTF-8, without content encoding.',
  });
}

type BodySource = Pick<Exchange, 'header' | 'body'>;

/**
 * The JSON body by its schema: `unsupported_media_type`, `too_large`, `invalid_body`, `invalid_value`. No body and no
 * word of its type is an empty object, so that what is missing is named, or its default taken.
 */
export async function parseBody<T extends z.ZodType>(
  schema: T,
  source: BodySource,
): Promise<z.output<T>> {
  const isTyped = source.header('content-type') !== null;
  if (isTyped) refuseWrongType(source);
  const announced = source.header('content-length');
  if (announced !== null && Number(announced) > MAX_BODY_BYTES) throw tooLarge();
  const stream = source.body();
  let value: unknown;
  try {
    const text = stream === null ? '' : await readLimited(stream);
    if (!isTyped && text !== '') refuseWrongType(source);
    value = isTyped ? JSON.parse(text) : {};
  } catch (error) {
    if (isWonderError(error)) throw error;
    throw new WonderError('invalid_body', { detail: 'The body is not JSON.' });
  }
  return parseWith(schema, value);
}
