import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { compileProject } from '../../server/modeling/compiled.ts';
import type { SqlSource } from '../../server/modeling/project.ts';
import type { RunVars } from '../../server/modeling/run-models.ts';
import type { WarehouseRow } from '../../server/ports/warehouse.ts';
import { type ModelRuns, relationsIn } from './model-runs.ts';

/** dbt's singular tests: queries that find what must not be. */
export async function readDataTests(): Promise<SqlSource[]> {
  const files = await readSqlFiles('sql/tests');
  return [...files].map(([path, sql]) => ({
    name: path.replace(/\.sql$/, ''),
    path: `tests/${path}`,
    sql,
  }));
}

/** The first rows that a test finds in a run. */
export async function failingRows(
  runs: ModelRuns,
  vars: RunVars,
  test: SqlSource,
): Promise<WarehouseRow[]> {
  const { warehouse, project } = runs;
  const { renderer } = compileProject(project, warehouse.engine);
  const context = { relations: relationsIn(runs, vars), vars: { ...vars } };
  const { sql } = renderer.render(test, context);
  return await warehouse.query({ sql: `select * from (${sql}\n) as found limit 5` });
}
