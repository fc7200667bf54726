import type { Warehouse, WarehouseRow } from '../../../server/ports/warehouse.ts';

export interface MartTable {
  readonly name: string;
  /** Full name, the same in both databases. */
  readonly table: string;
  /** Columns that find a row again in the other database. */
  readonly key: readonly string[];
}

export interface MartComparison {
  readonly name: string;
  readonly rows: number;
  readonly values: number;
  readonly differences: readonly string[];
}

async function columnsOf(warehouse: Warehouse, { name }: MartTable): Promise<string[]> {
  const rows = await warehouse.query({
    sql: `select column_name || ' ' || data_type as declared from information_schema.columns
      where table_name = ? order by column_name`,
    binds: [name],
  });
  return rows.map((row) => String(row.declared));
}

/** All rows by key. Cells are text as the engine writes them, so that no digit is lost on the way. */
async function readRows(
  warehouse: Warehouse,
  mart: MartTable,
  columns: readonly string[],
): Promise<Map<string, WarehouseRow>> {
  const cells = columns.map((column) => `cast(${column} as varchar) as ${column}`).join(', ');
  const rows = await warehouse.query({ sql: `select ${cells} from ${mart.table}` });
  const found = new Map<string, WarehouseRow>();
  for (const row of rows) {
    const key = mart.key.map((column) => String(row[column])).join(' ');
    if (found.has(key)) throw new Error(`${mart.name} has two rows ${key}`);
    found.set(key, row);
  }
  return found;
}

/** Every value of a mart as our runner wrote it against the same as dbt wrote it: equal, not close. */
export async function compareMart(
  mart: MartTable,
  ours: Warehouse,
  theirs: Warehouse,
): Promise<MartComparison> {
  const differences: string[] = [];
  const declared = await columnsOf(ours, mart);
  const theirColumns = await columnsOf(theirs, mart);
  for (const column of declared) {
    if (!theirColumns.includes(column)) differences.push(`${mart.name}: dbt has no ${column}`);
  }
  for (const column of theirColumns) {
    if (!declared.includes(column)) differences.push(`${mart.name}: only dbt has ${column}`);
  }
  const columns = declared.map((column) => column.replace(/ .*$/, ''));
  const ourRows = await readRows(ours, mart, columns);
  const theirRows = await readRows(theirs, mart, columns);
  let values = 0;
  for (const [key, row] of ourRows) {
    const twin = theirRows.get(key);
    if (twin === undefined) {
      differences.push(`${mart.name} ${key}: dbt has no such row`);
      continue;
    }
    for (const column of columns) {
      values += 1;
      if (row[column] === twin[column]) continue;
      differences.push(`${mart.name} ${key} ${column}: ours ${row[column]}, dbt's ${twin[column]}`);
    }
  }
  for (const key of theirRows.keys()) {
    if (!ourRows.has(key)) differences.push(`${mart.name} ${key}: only dbt has this row`);
  }
  return { name: mart.name, rows: ourRows.size, values, differences };
}
