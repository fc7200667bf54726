import { z } from '@hono/zod-openapi';
import { type FieldProblem, WonderError } from '../domain/errors.ts';
import { refuseCrossed } from './range-input.ts';

const DATE_FIELDS = ['score_date', 'from', 'to', 'since'] as const;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['array', 'a list'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
]);

function bounded(origin: string, bound: string, limit: number | bigint): string {
  const count = (unit: string, units: string) => `${limit} ${Number(limit) === 1 ? unit : units}`;
  if (origin === 'string') return `a text of ${bound} ${count('character', 'characters')}`;
  if (origin === 'array') return `a list of ${bound} ${count('entry', 'entries')}`;
  return `${bound} ${limit}`;
}

/** What a schema allows, in words: its own, where it has some. */
function allowedBy(issue: z.core.$ZodIssue): string {
  const { message } = issue;
  if ('format' in issue && issue.format === 'date') return 'a calendar day as YYYY-MM-DD';
  if (issue.code === 'too_small' && message.startsWith('Too small')) {
    return bounded(issue.origin, 'at least', issue.minimum);
  }
  if (issue.code === 'too_big' && message.startsWith('Too big')) {
    return bounded(issue.origin, 'at most', issue.maximum);
  }
  if (issue.code === 'invalid_type' && message.startsWith('Invalid input')) {
    return TYPES.get(issue.expected) ?? `of type ${issue.expected}`;
  }
  return message;
}

/** The names a schema takes, where what is unknown stands at its top. */
function namesOf(schema: z.ZodType, issue: z.core.$ZodIssue): { allowed?: string } {
  if (!(schema instanceof z.ZodObject) || issue.path.length > 0) return {};
  return { allowed: Object.keys(schema.shape).join(', ') || 'none' };
}

function problemOf(issue: z.core.$ZodIssue, schema: z.ZodType): FieldProblem[] {
  const field = issue.path.length === 0 ? 'body' : issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const message = 'is not known here';
    const names = namesOf(schema, issue);
    return issue.keys.map((key) => ({ field: key.slice(0, 100), message, ...names }));
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String).join(', ');
    return [{ field, message: 'is not one of its values', allowed }];
  }
  const allowed = allowedBy(issue);
  return [{ field, message: `must be ${allowed}`, allowed }];
}

/** A value as its schema says, or `invalid_value` naming every wrong field and what is allowed. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new WonderError('invalid_value', {
    detail: 'A value is missing, unknown or not allowed.',
    problems: parsed.error.issues.flatMap((issue) => problemOf(issue, schema)),
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
        problems: [
          { field: name.slice(0, 100), message: 'is given more than once', allowed: 'one value' },
        ],
      });
    }
    values.set(name, value);
  }
  const query = parseWith(schema, Object.fromEntries(values));
  refuseCrossed(query);
  return query;
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
