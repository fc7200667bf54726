import { decodeCursor } from '../domain/cursor.ts';
import { WonderError } from '../domain/errors.ts';

interface PageQuestion {
  readonly cursor: string | undefined;
  readonly sort: string;
  /** What the list is narrowed by, as a cursor of it carries it. */
  readonly filter: string;
}

/**
 * Where a page begins, or undefined for the first. Throws `invalid_value` for a cursor of another list or
 * another order.
 */
export function pageStart({ cursor, sort, filter }: PageQuestion) {
  if (cursor === undefined) return undefined;
  const decoded = decodeCursor(cursor);
  if (decoded !== undefined && decoded.sort === sort && decoded.filter === filter) {
    return decoded.last;
  }
  throw new WonderError('invalid_value', {
    detail: 'The cursor is not one of this list in this order.',
    problems: [{ field: 'cursor', message: 'is not valid', allowed: 'next_cursor of this list' }],
  });
}
