import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { DuckDbLandingLoader } from '../../server/adapters/warehouse/duckdb-landing-loader.ts';
import { parseProject, type SqlProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { calendarSql, landingSchema } from '../../server/usecases/landing-scripts.ts';
import { setupWarehouse } from '../../server/usecases/setup-warehouse.ts';

/** An empty warehouse with its tables, and a loader for it. */
export async function openLandingWarehouse(
  path = ':memory:',
): Promise<{ warehouse: Warehouse; project: SqlProject; loader: DuckDbLandingLoader }> {
  const files = await readSqlFiles('sql');
  const project = parseProject(files);
  const warehouse = await openDuckDb({ path, memoryLimit: '2GB' });
  await setupWarehouse({ warehouse, project });
  const loader = new DuckDbLandingLoader({
    warehouse,
    schema: landingSchema(project),
    calendarSql: calendarSql({ project, files }),
  });
  return { warehouse, project, loader };
}
