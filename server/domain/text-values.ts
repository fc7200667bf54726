import { missingValue, type Values } from './values.ts';

/** The text of a column; `warehouse_failed` where it is null, missing or no text. */
export function textOf(values: Values, column: string): string {
  const value = values[column];
  if (typeof value === 'string') return value;
  throw missingValue(column);
}

/** The text of a column, or null. */
export function textOrNull(values: Values, column: string): string | null {
  return values[column] === null || values[column] === undefined ? null : textOf(values, column);
}
