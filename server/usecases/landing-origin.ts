import { type LandingTableName, landingTableNames } from '../domain/landing-tables.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { Warehouse, WarehouseSession } from '../ports/warehouse.ts';
import { landingSchema } from './landing-scripts.ts';

interface Deps {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
}

/** How demo data was made. */
export interface DemoParameters {
  readonly fans: number;
  readonly seed: number;
  readonly asOf: string;
  readonly days: number;
}

/** Whose data the landing tables hold. Demo data that was added to or replaced is nobody's but the owner's. */
export type LandingOrigin =
  | { readonly kind: 'empty' }
  | { readonly kind: 'demo'; readonly parameters: DemoParameters }
  | { readonly kind: 'own' };

export type TableCounts = readonly { readonly table: LandingTableName; readonly rows: number }[];

const MARK = 'demo_mark';

function markTable(project: SqlProject): string {
  return `${landingSchema(project)}.${MARK}`;
}

/** Makes room for the mark; before the transaction that writes it, because it defines a table. */
export async function prepareDemoMark({ warehouse, project }: Deps): Promise<void> {
  await warehouse.execute({
    sql: `create table if not exists ${markTable(project)}
      (fans bigint, seed bigint, as_of date, days bigint, row_counts varchar)`,
  });
}

async function countRows(session: WarehouseSession, schema: string): Promise<TableCounts> {
  const counts = landingTableNames().map(
    (table) => `select '${table}' as table_name, count(*) as row_count from ${schema}.${table}`,
  );
  const rows = await session.query({ sql: counts.join(' union all ') });
  return landingTableNames().map((table) => ({
    table,
    rows: Number(rows.find((row) => row.table_name === table)?.row_count ?? 0),
  }));
}

/** Notes that what the tables hold now is demo data. Answers how much it is. */
export async function markAsDemo(
  session: WarehouseSession,
  { project, input }: { readonly project: SqlProject; readonly input: DemoParameters },
): Promise<TableCounts> {
  const mark = markTable(project);
  const counts = await countRows(session, landingSchema(project));
  await session.execute({ sql: `delete from ${mark}` });
  await session.execute({
    sql: `insert into ${mark} values (?, ?, cast(? as date), ?, ?)`,
    binds: [input.fans, input.seed, input.asOf, input.days, JSON.stringify(counts)],
  });
  return counts;
}

async function readMark({ warehouse, project }: Deps) {
  const [exists] = await warehouse.query({
    sql: 'select 1 as found from information_schema.tables where table_schema = ? and table_name = ?',
    binds: [landingSchema(project), MARK],
  });
  if (exists === undefined) return undefined;
  const [mark] = await warehouse.query({ sql: `select * from ${markTable(project)}` });
  return mark;
}

/** Whose data the landing tables hold: demo data only while every table has the rows it was made with. */
export async function findLandingOrigin(deps: Deps): Promise<LandingOrigin> {
  const counts = await countRows(deps.warehouse, landingSchema(deps.project));
  if (counts.every(({ table, rows }) => rows === 0 || table === 'dim_date'))
    return { kind: 'empty' };
  const mark = await readMark(deps);
  if (mark?.row_counts !== JSON.stringify(counts)) return { kind: 'own' };
  return {
    kind: 'demo',
    parameters: {
      fans: Number(mark.fans),
      seed: Number(mark.seed),
      asOf: String(mark.as_of),
      days: Number(mark.days),
    },
  };
}
