import { WonderError } from './errors.ts';

/** Values by column name, as a warehouse row or an API record carries them. */
export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

function missing(column: string): WonderError {
  return new WonderError('warehouse_failed', {
    detail: 'A stored value is missing or of another type than expected.',
    cause: new Error(`column ${column}`),
  });
}

/** The number of a column; `warehouse_failed` where it is null, missing or no number. */
export function numberOf(values: Values, column: string): number {
  const value = values[column];
  if (typeof value === 'number') return value;
  throw missing(column);
}

/** The number of a column, or null. */
export function numberOrNull(values: Values, column: string): number | null {
  return values[column] === null || values[column] === undefined ? null : numberOf(values, column);
}

/** The text of a column; `warehouse_failed` where it is null, missing or no text. */
export function textOf(values: Values, column: string): string {
  const value = values[column];
  if (typeof value === 'string') return value;
  throw missing(column);
}

/** The text of a column, or null. */
export function textOrNull(values: Values, column: string): string | null {
  return values[column] === null || values[column] === undefined ? null : textOf(values, column);
}
