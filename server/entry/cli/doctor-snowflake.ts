import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { isWonderError } from '../../domain/errors.ts';
import { parseProject, type SqlProject } from '../../modeling/project.ts';
import { renderSetup } from '../../modeling/queries.ts';
import type { Warehouse } from '../../ports/warehouse.ts';
import { openWarehouse, projectFor } from '../compose-warehouse.ts';
import type { Config } from '../config.ts';
import { counted } from './counted.ts';
import { type Check, doubtful, failed, passed } from './doctor-check.ts';

const TABLE = /^create table if not exists (\S+)/i;

async function checkTables(warehouse: Warehouse, project: SqlProject): Promise<Check> {
  const rows = await warehouse.query({
    sql: 'select lower(table_schema) as table_schema, lower(table_name) as table_name from information_schema.tables',
  });
  const present = new Set(rows.map((row) => `${row.table_schema}.${row.table_name}`));
  const wanted = renderSetup(project, 'snowflake').flatMap((sql) => TABLE.exec(sql)?.[1] ?? []);
  const missing = wanted.filter((table) => !present.has(table));
  return missing.length === 0
    ? passed('database', `${wanted.length} tables are there`)
    : failed('database', `missing or not to be seen: ${missing.join(', ')}`, '"wonder setup"');
}

async function checkScores(warehouse: Warehouse, project: SqlProject): Promise<Check> {
  const [row] = await warehouse.query({
    sql: `select max(score_date) as newest, count(*) as days
      from ${project.vars.analytics_schema}.score_runs where published`,
  });
  return typeof row?.newest === 'string'
    ? passed('scores', `${counted(Number(row.days), 'day')} published, the newest ${row.newest}`)
    : doubtful('scores', 'none are published', '"wonder load DIR", then "wonder score"');
}

/** Whether Snowflake lets us in, with which rights, and what is there. Changes nothing. */
export async function checkSnowflake(config: Config): Promise<Check[]> {
  const project = projectFor(config, parseProject(await readSqlFiles(join(PACKAGE_ROOT, 'sql'))));
  const { warehouse } = await openWarehouse(config);
  const checks: Check[] = [];
  try {
    const [row] = await warehouse.query({
      sql: 'select current_role() as role_name, current_warehouse() as warehouse_name, current_database() as database_name',
    });
    const place = `${row?.database_name} by ${row?.warehouse_name} as ${row?.role_name}`;
    checks.push(passed('sign-in', `Snowflake lets us in: ${place}`));
    const tables = await checkTables(warehouse, project);
    checks.push(tables);
    if (tables.state === 'ok') checks.push(await checkScores(warehouse, project));
  } catch (error) {
    if (!isWonderError(error)) throw error;
    const advice = 'check SNOWFLAKE_ACCOUNT, its user or token, SNOWFLAKE_ROLE and the network';
    checks.push(failed('database', error.message, advice));
  } finally {
    await warehouse.close();
  }
  return checks;
}
