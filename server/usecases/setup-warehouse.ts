import { isWonderError, WonderError } from '../domain/errors.ts';
import type { SqlProject } from '../modeling/project.ts';
import { renderSetup } from '../modeling/queries.ts';
import type { Warehouse } from '../ports/warehouse.ts';

const TABLE = /^create table if not exists (\S+)/i;

/**
 * True where every table is there already, in the schemas this role sees anything of: who loads sees what is loaded
 * into, and no more.
 */
async function isSetUp(warehouse: Warehouse, statements: readonly string[]): Promise<boolean> {
  const rows = await warehouse.query({
    sql: 'select lower(table_schema) as table_schema, lower(table_name) as table_name from information_schema.tables',
  });
  const seen = new Set(rows.map((row) => `${row.table_schema}.`));
  const present = new Set(rows.map((row) => `${row.table_schema}.${row.table_name}`));
  const tables = statements.flatMap((sql) => TABLE.exec(sql)?.[1] ?? []);
  const wanted = tables.filter((table) => seen.has(table.slice(0, table.indexOf('.') + 1)));
  return wanted.length > 0 && wanted.every((table) => present.has(table));
}

/** Creates what is missing of schemas, landing tables and run records; drops and changes nothing. */
export async function setupWarehouse({
  warehouse,
  project,
}: {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
}): Promise<void> {
  const statements = renderSetup(project, warehouse.engine);
  // Scorers and readers of a shared warehouse may not define anything.
  if (!warehouse.singleProcess && (await isSetUp(warehouse, statements))) return;
  try {
    for (const sql of statements) await warehouse.execute({ sql });
  } catch (cause) {
    const isRefused = isWonderError(cause) && cause.code === 'warehouse_failed';
    if (warehouse.singleProcess || !isRefused) throw cause;
    throw new WonderError('warehouse_failed', {
      detail:
        'Tables are missing, or this role may not see them, and it may not make them: run "wonder setup" as a role that may.',
      cause,
    });
  }
}
