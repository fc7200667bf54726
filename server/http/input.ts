import type { z } from '@hono/zod-openapi';
import { type FieldProblem, isWonderError, WonderError } from '../domain/errors.ts';
import type { Exchange } from './route.ts';

const MAX_BODY_BYTES = 256 * 1024;
const DATE_FIELDS = ['score_date', 'from', 'to', 'since'] as const;
const MAX_ID_LENGTH = 128;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in an id
const CONTROL = /[\u0000-\u001f\u007f]/;

/** What a schema allows, in words: its own, where it has some. */
function allowedBy({ code, message, ...issue }: z.core.$ZodIssue): string {
  const format = 'format' in issue ? issue.format : undefined;
  if (format === 'date') return 'a calendar day as YYYY-MM-DD';
  if (code === 'too_small' && message.startsWith('Too small')) return 'longer';
  if (code === 'too_big' && message.startsWith('Too big')) return 'shorter';
  if (code === 'invalid_type') return 'of another type';
  return message;
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: key.slice(0, 100), message: 'is not known here' }));
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String).join(', ');
    return [{ field, message: 'is not one of its values', allowed }];
  }
  return [{ field, message: `must be ${allowedBy(issue)}`, allowed: allowedBy(issue) }];
}

/** A value as its schema says, or `invalid_value` naming every wrong field and what is allowed. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new WonderError('invalid_value', {
    detail: 'A value is missing, unknown or not allowed.',
    problems: parsed.error.issues.flatMap(problemOf),
  });
}

/** The query by its schema. A parameter given twice is refused: which one was meant is not ours to guess. */
export function parseQuery<T extends z.ZodObject>(schema: T, search: string): z.output<T> {
  const given = new URLSearchParams(search);
  const values = new Map<string, string>();
  for (const [name, value] of given) {
    if (values.has(name)) {
      throw new WonderError('invalid_value', {
        detail: 'A parameter may be given once only.',
        problems: [{ field: name.slice(0, 100), message: 'is given more than once' }],
      });
    }
    values.set(name, value);
  }
  return parseWith(schema, Object.fromEntries(values));
}

/** Refuses days that are still to come: they cannot have scores. */
export function refuseFuture(query: Readonly<Record<string, unknown>>, today: string): void {
  const late = DATE_FIELDS.filter((field) => {
    const value = query[field];
    return typeof value === 'string' && value > today;
  });
  if (late.length === 0) return;
  throw new WonderError('invalid_value', {
    detail: 'A day that is still to come has no scores.',
    problems: late.map((field) => ({
      field,
      message: 'is in the future',
      allowed: `up to ${today}`,
    })),
  });
}

/** An id from the path: any text that could be one. */
export function parseId(field: string, text: string | undefined): string {
  if (text !== undefined && text.length <= MAX_ID_LENGTH && !CONTROL.test(text)) return text;
  throw new WonderError('invalid_value', {
    detail: 'This cannot be an id.',
    problems: [
      {
        field,
        message: 'is too long or holds control characters',
        allowed: `up to ${MAX_ID_LENGTH} characters`,
      },
    ],
  });
}

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

/** The JSON body by its schema: `unsupported_media_type`, `too_large`, `invalid_body`, `invalid_value`. */
export async function parseBody<T extends z.ZodType>(
  schema: T,
  source: BodySource,
): Promise<z.output<T>> {
  refuseWrongType(source);
  const announced = source.header('content-length');
  if (announced !== null && Number(announced) > MAX_BODY_BYTES) throw tooLarge();
  const stream = source.body();
  let value: unknown;
  try {
    value = JSON.parse(stream === null ? '' : await readLimited(stream));
  } catch (error) {
    if (isWonderError(error)) throw error;
    throw new WonderError('invalid_body', { detail: 'The body is not JSON.' });
  }
  return parseWith(schema, value);
}
