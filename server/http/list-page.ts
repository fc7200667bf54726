import { decodeCursor } from '../domain/cursor.ts';
import { WonderError } from '../domain/errors.ts';

interface PageQuestion {
  readonly cursor: string | undefined;
  readonly sort: string;
  /** What the list is narrowed by, as a cursor of it carries it. */
  readonly filter: string;
}

const SCORE = /^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)$/;

/** Sort columns that hold no score, and the values they can have. */
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['movement', /^(entered|left)$/],
  ['wonder_id', /./s],
  ['started_at', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/],
  ['value_at_risk', /^-?\d{1,16}(\.\d{1,2})?$/],
  ['lifetime_value', /^-?\d{1,16}(\.\d{1,2})?$/],
]);

/** Whether a list in this order can end with such a row; a cursor is no more than a client's word for it. */
function canEndWith([value, wonderId]: readonly [string, string], sort: string): boolean {
  const column = sort.replace(/^-/, '');
  return wonderId !== '' && (VALUES.get(column) ?? SCORE).test(value);
}

/**
 * Where a page begins, or undefined for the first. Throws `invalid_value` for a cursor of another list or
 * another order, or one whose last row cannot be.
 */
export function pageStart({ cursor, sort, filter }: PageQuestion) {
  if (cursor === undefined) return undefined;
  const decoded = decodeCursor(cursor);
  const isOfList = decoded?.sort === sort && decoded.filter === filter;
  if (isOfList && canEndWith(decoded.last, sort)) return decoded.last;
  throw new WonderError('invalid_value', {
    detail: 'The cursor is not one of this list in this order.',
    problems: [{ field: 'cursor', message: 'is not valid', allowed: 'next_cursor of this list' }],
  });
}
