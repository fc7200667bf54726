import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBValue,
  type DuckDBValueConverter,
} from '@duckdb/node-api';
import type { BindValue, CellValue } from '../../ports/warehouse.ts';

const MICROSECONDS_PER_MILLISECOND = 1000n;

/** Engine values to cells, by their type: see CellValue. */
export const toCell: DuckDBValueConverter<CellValue> = (value) => {
  if (value === null) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) {
    return new Date(Number(value.micros / MICROSECONDS_PER_MILLISECOND)).toISOString();
  }
  return String(value);
};

/** Whole numbers travel as integers, so that `limit ?` and key comparisons stay integer. */
export function toBind(value: BindValue): DuckDBValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
