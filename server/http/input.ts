import type { z } from '@hono/zod-openapi';
import { type FieldProblem, WonderError } from '../domain/errors.ts';

const DATE_FIELDS = ['score_date', 'from', 'to', 'since'] as const;

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
