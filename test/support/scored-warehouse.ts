import { join } from 'node:path';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { parseProject, type SqlProject } from '../../server/modeling/project.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Logger } from '../../server/ports/logger.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';
import { copyOfMade } from './made-once.ts';

/** Nobody reads these lines. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface ScoredOptions {
  /** A folder of test/golden/data. */
  readonly data: 'tiny' | 'small';
  /** Days to score, in this order. */
  readonly days: readonly string[];
  readonly clock: Clock;
}

async function scoreInto({ data, days, clock }: ScoredOptions, path: string): Promise<RunDeps> {
  const { warehouse, project, loader } = await openLandingWarehouse(path);
  const deps = depsOf(warehouse, project, clock);
  const directory = join(import.meta.dirname, '../golden/data', data);
  await loadLanding({ loader }, { directory, append: false, dryRun: false });
  for (const scoreDate of days) await runScoring(deps, { scoreDate, trigger: 'cli' });
  return deps;
}

function depsOf(warehouse: Warehouse, project: SqlProject, clock: Clock): RunDeps {
  return {
    warehouse,
    project,
    clock,
    ids: createRandomIds(),
    logger: quietLogger,
    instance: 'test',
  };
}

/** Golden data, loaded and scored the way the product does it, once for all who want the same; into a file of one's own. */
export async function openScoredWarehouse(options: ScoredOptions, path?: string): Promise<RunDeps> {
  const { data, days, clock } = options;
  // Data that are only loaded know no time.
  const when = days.length === 0 ? null : clock.now();
  const make = async (file: string) => (await scoreInto(options, file)).warehouse.close();
  const copy = await copyOfMade([data, days, when], make, path);
  if (copy === undefined) return await scoreInto(options, path ?? ':memory:');
  const warehouse = await openDuckDb({ path: copy, memoryLimit: '2GB' });
  return depsOf(warehouse, parseProject(await readSqlFiles('sql')), clock);
}

/** The same into a file that is closed again; answers some ids of scored fans. */
export async function scoreGolden(options: ScoredOptions, path: string): Promise<string[]> {
  const { warehouse, project } = await openScoredWarehouse(options, path);
  try {
    const rows = await warehouse.query({
      sql: `select wonder_id from ${project.vars.analytics_schema}.mart_wonderscore_daily
        order by wonder_score desc nulls last, wonder_id limit 20`,
    });
    return rows.map((row) => String(row.wonder_id));
  } finally {
    await warehouse.close();
  }
}
