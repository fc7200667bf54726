import type { Warehouse, WarehouseRow } from '../../../server/ports/warehouse.ts';

interface Mart {
  readonly name: string;
  /** Columns that find a row again on the other side. */
  readonly key: readonly string[];
}

/** Where one version of the marts is. */
export interface MartSide {
  readonly label: string;
  readonly warehouse: Warehouse;
  readonly schema: string;
}

interface MartComparison {
  readonly name: string;
  readonly rows: number;
  readonly values: number;
  readonly differences: readonly string[];
}

async function columnsOf({ warehouse, schema }: MartSide, { name }: Mart): Promise<string[]> {
  const rows = await warehouse.query({
    sql: `select column_name || ' ' || data_type as declared from information_schema.columns
      where table_schema = ? and table_name = ? order by column_name`,
    binds: [schema, name],
  });
  return rows.map((row) => String(row.declared));
}

/** All rows by key. Cells are text as the engine writes them, so that no digit is lost on the way. */
async function readRows(
  { warehouse, schema }: MartSide,
  mart: Mart,
  columns: readonly string[],
): Promise<Map<string, WarehouseRow>> {
  const cells = columns.map((column) => `cast(${column} as varchar) as ${column}`).join(', ');
  const rows = await warehouse.query({ sql: `select ${cells} from ${schema}.${mart.name}` });
  const found = new Map<string, WarehouseRow>();
  for (const row of rows) {
    const key = mart.key.map((column) => String(row[column])).join(' ');
    if (found.has(key)) throw new Error(`${mart.name} has two rows ${key}`);
    found.set(key, row);
  }
  return found;
}

/** Every value of a mart against the same of the other side: equal, not close. */
async function compareMart(mart: Mart, ours: MartSide, theirs: MartSide): Promise<MartComparison> {
  const differences: string[] = [];
  const declared = await columnsOf(ours, mart);
  const theirColumns = await columnsOf(theirs, mart);
  for (const column of declared) {
    if (!theirColumns.includes(column))
      differences.push(`${mart.name}: ${theirs.label} has no ${column}`);
  }
  for (const column of theirColumns) {
    if (!declared.includes(column))
      differences.push(`${mart.name}: only ${theirs.label} has ${column}`);
  }
  const columns = declared.map((column) => column.replace(/ .*$/, ''));
  const ourRows = await readRows(ours, mart, columns);
  const theirRows = await readRows(theirs, mart, columns);
  let values = 0;
  for (const [key, row] of ourRows) {
    const twin = theirRows.get(key);
    if (twin === undefined) {
      differences.push(`${mart.name} ${key}: ${theirs.label} has no such row`);
      continue;
    }
    for (const column of columns) {
      values += 1;
      if (row[column] === twin[column]) continue;
      differences.push(
        `${mart.name} ${key} ${column}: ${ours.label} ${row[column]}, ${theirs.label} ${twin[column]}`,
      );
    }
  }
  for (const key of theirRows.keys()) {
    if (!ourRows.has(key))
      differences.push(`${mart.name} ${key}: only ${theirs.label} has this row`);
  }
  return { name: mart.name, rows: ourRows.size, values, differences };
}

/** All marts; prints how many values were compared, and answers the differences. */
export async function compareMarts(
  keys: Readonly<Record<string, readonly string[]>>,
  ours: MartSide,
  theirs: MartSide,
): Promise<string[]> {
  const compared: MartComparison[] = [];
  for (const [name, key] of Object.entries(keys)) {
    compared.push(await compareMart({ name, key: ['run_id', ...key] }, ours, theirs));
  }
  for (const { name, rows, values, differences } of compared) {
    console.info(`${name}: ${rows} rows, ${values} values, ${differences.length} differences`);
  }
  const total = compared.reduce((sum, { values }) => sum + values, 0);
  console.info(`${total} values of ${ours.label} and ${theirs.label} compared`);
  return compared.flatMap(({ name, rows, differences }) =>
    rows === 0 ? [`${name} is empty`] : differences.slice(0, 20),
  );
}
