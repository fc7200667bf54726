import type { SqlProject } from '../modeling/project.ts';
import { renderSetup } from '../modeling/queries.ts';
import type { Warehouse } from '../ports/warehouse.ts';

/** Creates what is missing of schemas, landing tables and run records; drops and changes nothing. */
export async function setupWarehouse({
  warehouse,
  project,
}: {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
}): Promise<void> {
  for (const sql of renderSetup(project, warehouse.engine)) await warehouse.execute({ sql });
}
