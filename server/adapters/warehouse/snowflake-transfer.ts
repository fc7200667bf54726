import { WonderError } from '../../domain/errors.ts';
import { type LandingTableName, landingColumns } from '../../domain/landing-tables.ts';
import type { Warehouse, WarehouseRow, WarehouseSession } from '../../ports/warehouse.ts';

/** Rows of one insert: a bind holds at most 16 MB of text. */
const BATCH_ROWS = 2000;

/** Adds rows to a landing table as JSON in one bind: for engines and protocols without stages. */
export async function insertRows(
  session: WarehouseSession,
  {
    schema,
    table,
    rows,
  }: { schema: string; table: LandingTableName; rows: readonly WarehouseRow[] },
): Promise<number> {
  const columns = landingColumns(table);
  const names = columns.map(({ name }) => name).join(', ');
  const values = columns.map(({ type }, index) => `cast(v.value[${index}] as ${type})`).join(', ');
  let inserted = 0;
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const batch = rows
      .slice(from, from + BATCH_ROWS)
      .map((row) => columns.map(({ name }) => asText(row[name])));
    inserted += await session.execute({
      sql: `insert into ${schema}.${table} (${names})
        select ${values} from table(flatten(input => parse_json(?))) as v`,
      binds: [JSON.stringify(batch)],
    });
  }
  return inserted;
}

/** Everything as text: numbers would lose places on their way through JSON. */
function asText(value: WarehouseRow[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A landing table of the local engine, row by row as text that both engines read alike. */
export async function* localRows(
  local: Warehouse,
  { schema, table }: { schema: string; table: LandingTableName },
): AsyncGenerator<WarehouseRow[], void, undefined> {
  const columns = landingColumns(table).map(({ name }) => `cast(${name} as varchar) as ${name}`);
  yield* local.stream({ sql: `select ${columns.join(', ')} from ${schema}.${table}` });
}

/** Refuses a load of which rows got lost on the way. */
export function expectRows(table: string, arrived: number, sent: number): void {
  if (arrived === sent) return;
  throw new WonderError('warehouse_failed', {
    detail: `${arrived} of ${sent} rows of ${table} arrived in Snowflake; nothing was loaded.`,
  });
}
