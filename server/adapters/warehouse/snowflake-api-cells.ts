import { WonderError } from '../../domain/errors.ts';
import type { BindValue, CellValue, WarehouseRow } from '../../ports/warehouse.ts';

/** A column as the SQL API declares it. */
export interface ApiColumn {
  readonly name: string;
  readonly type: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;

function moment(text: string): string {
  // 'seconds.fraction', with a zone also 'seconds.fraction offset': the first part is UTC in both.
  const [seconds = ''] = text.split(' ');
  return new Date(Math.round(Number(seconds) * 1000)).toISOString();
}

function json(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (cause) {
    throw new WonderError('warehouse_failed', {
      detail: 'A value that should be JSON is not.',
      cause,
    });
  }
}

/** A cell as it travels, by the declared type of its column: see CellValue. */
export function decodeCell(text: string | null, { type }: ApiColumn): CellValue {
  if (text === null) return null;
  switch (type.toLowerCase()) {
    case 'fixed':
      return Number(text);
    case 'real':
    case 'float':
      return Number.isFinite(Number(text)) ? Number(text) : null;
    case 'boolean':
      return text === '1' || text.toLowerCase() === 'true';
    case 'date':
      return new Date(Number(text) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    case 'timestamp_ntz':
    case 'timestamp_ltz':
    case 'timestamp_tz':
      return moment(text);
    case 'variant':
    case 'object':
    case 'array':
      return json(text);
    default:
      return text;
  }
}

/** Makes rows of the API's arrays; keys in lower case. */
export function apiRowReader(
  columns: readonly ApiColumn[],
): (row: readonly (string | null)[]) => WarehouseRow {
  const names = columns.map(({ name }) => name.toLowerCase());
  return (row) =>
    Object.fromEntries(
      columns.map((column, index) => [names[index] ?? '', decodeCell(row[index] ?? null, column)]),
    );
}

function typeOf(value: BindValue): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'FIXED' : 'REAL';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'TEXT';
}

/** Binds as the SQL API takes them: numbered from 1, everything as text. */
export function apiBindings(
  binds: readonly BindValue[],
): Record<string, { type: string; value: string | null }> {
  return Object.fromEntries(
    binds.map((value, index) => [
      String(index + 1),
      { type: typeOf(value), value: value === null ? null : String(value) },
    ]),
  );
}
