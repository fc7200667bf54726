import type { Column } from 'snowflake-sdk';
import { WonderError } from '../../domain/errors.ts';
import type { CellValue, WarehouseRow } from '../../ports/warehouse.ts';

const DAY_LENGTH = 10;
const NOT_JSON = Symbol('a VARIANT that is not JSON');

/** The driver's parser of VARIANT: JSON and nothing else. It must not throw, or the driver never answers. */
export function parseVariant(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

/** A value as the driver made it, by the declared type of its column: see CellValue. */
function toCell(value: unknown, column: Column): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) {
    // Not toJSON, which the driver has replaced by its own format.
    const moment = value.toISOString();
    return column.isDate() ? moment.slice(0, DAY_LENGTH) : moment;
  }
  if (value === NOT_JSON) {
    throw new WonderError('warehouse_failed', { detail: 'A value that should be JSON is not.' });
  }
  if (Buffer.isBuffer(value)) return value.toString('hex');
  return JSON.stringify(value);
}

/** Makes rows of the driver's arrays; keys in lower case. */
export function rowReader(columns: readonly Column[]): (row: readonly unknown[]) => WarehouseRow {
  const names = columns.map((column) => column.getName().toLowerCase());
  return (row) =>
    Object.fromEntries(
      columns.map((column, index) => [names[index] ?? '', toCell(row[index], column)]),
    );
}
