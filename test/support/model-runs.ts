import { join } from 'node:path';
import { compileProject } from '../../server/modeling/compiled.ts';
import type { SqlProject } from '../../server/modeling/project.ts';
import type { Relations } from '../../server/modeling/render.ts';
import { ModelRunner, type RunVars } from '../../server/modeling/run-models.ts';
import { placesOf, relationsOf } from '../../server/modeling/run-places.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';

export interface ModelRuns {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
  /** One per day, each counting its movers against the one before. */
  readonly runs: readonly RunVars[];
}

/** The vars of one run per day. */
function runsOf(days: readonly string[]): RunVars[] {
  return days.map((as_of, index) => ({
    as_of,
    run_id: `run_${index + 1}`,
    calculated_at: '2026-01-01 00:00:00',
    previous_run_id: index === 0 ? 'none' : `run_${index}`,
  }));
}

/** Golden data in memory, and all models run on it for some days; what they left is not cleaned up. */
export async function openModelRuns(
  data: 'tiny' | 'small',
  days: readonly string[],
): Promise<ModelRuns> {
  const { warehouse, project, loader } = await openLandingWarehouse();
  const directory = join(import.meta.dirname, '../golden/data', data);
  await loadLanding({ loader }, { directory, append: false, dryRun: false });
  const runs = runsOf(days);
  const models = new ModelRunner(project, warehouse);
  await models.prepareMarts();
  for (const vars of runs) {
    await models.createWorkSchema(vars.run_id);
    for (const stage of ['clean', 'score', 'extend', 'predict', 'insights', 'training'] as const) {
      await models.runStage(stage, { vars });
    }
  }
  return { warehouse, project, runs };
}

/** Where a run's relations are, its own tables included. */
export function relationsIn({ warehouse, project }: ModelRuns, { run_id }: RunVars): Relations {
  return relationsOf(
    compileProject(project, warehouse.engine),
    placesOf(run_id, warehouse.scratch),
  );
}
