import { WonderError } from './errors.ts';

/** Values by column name, as a warehouse row or an API record carries them. */
export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The error for a column that is not what its query promises. */
export function missingValue(column: string): WonderError {
  return new WonderError('warehouse_failed', {
    detail: 'A stored value is missing or of another type than expected.',
    cause: new Error(`column ${column}`),
  });
}

/** The number of a column; `warehouse_failed` where it is null, missing or no number. */
export function numberOf(values: Values, column: string): number {
  const value = values[column];
  if (typeof value === 'number') return value;
  throw missingValue(column);
}

/** The number of a column, or null. */
export function numberOrNull(values: Values, column: string): number | null {
  return values[column] === null || values[column] === undefined ? null : numberOf(values, column);
}
