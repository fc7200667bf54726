import {
  DuckDBDateValue,
  DuckDBDecimalType,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A column as Snowflake declares it, in the driver's rowtype and in the SQL API's rowType. */
export interface FakeColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: true;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly length: number | null;
}

const WHOLE: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UBIGINT,
]);

/** Declares a column of the engine; unquoted names are folded to upper case, as Snowflake does. */
export function columnOf(name: string, type: DuckDBType): FakeColumn {
  const column = { name: name.toUpperCase(), nullable: true, length: null } as const;
  const plain = { ...column, precision: null, scale: null };
  if (type instanceof DuckDBDecimalType) {
    return { ...column, type: 'fixed', precision: type.width, scale: type.scale };
  }
  if (WHOLE.has(type.typeId)) return { ...column, type: 'fixed', precision: 38, scale: 0 };
  switch (type.typeId) {
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
      return { ...plain, type: 'real' };
    case DuckDBTypeId.BOOLEAN:
      return { ...plain, type: 'boolean' };
    case DuckDBTypeId.DATE:
      return { ...plain, type: 'date' };
    case DuckDBTypeId.TIMESTAMP:
      return { ...column, type: 'timestamp_ntz', precision: 0, scale: 9 };
    default:
      return type.alias === 'JSON'
        ? { ...plain, type: 'variant' }
        : { ...plain, type: 'text', length: 16_777_216 };
  }
}

/** A cell as it travels: everything is text or null. */
export function encodeCell(value: DuckDBValue): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : String(value);
  if (value instanceof DuckDBDecimalValue) return value.toString();
  if (value instanceof DuckDBDateValue) return String(value.days);
  if (value instanceof DuckDBTimestampValue) {
    const sign = value.micros < 0n ? '-' : '';
    const micros = value.micros < 0n ? -value.micros : value.micros;
    return `${sign}${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}000`;
  }
  return String(value);
}
