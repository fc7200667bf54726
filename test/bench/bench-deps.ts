import type { SqlProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';

/** Real effects, silent log. */
export function benchDeps(warehouse: Warehouse, project: SqlProject): RunDeps {
  let ids = 0;
  return {
    warehouse,
    project,
    clock: { now: () => Date.now() },
    ids: {
      next: (length) => {
        ids += 1;
        return String(ids).padStart(length, '0');
      },
    },
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message, fields) => console.error(message, fields),
      error: (message, fields, cause) => console.error(message, fields, cause),
    },
    instance: 'bench',
  };
}
