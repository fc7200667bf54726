import { join } from 'node:path';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import type { Clock } from '../../server/ports/clock.ts';
import type { Logger } from '../../server/ports/logger.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';

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

/** Golden data, loaded and scored the way the product does it; in memory, or into a file. */
export async function openScoredWarehouse(
  { data, days, clock }: ScoredOptions,
  path = ':memory:',
): Promise<RunDeps> {
  const { warehouse, project, loader } = await openLandingWarehouse(path);
  const deps: RunDeps = {
    warehouse,
    project,
    clock,
    ids: createRandomIds(),
    logger: quietLogger,
    instance: 'test',
  };
  const directory = join(import.meta.dirname, '../golden/data', data);
  await loadLanding({ loader }, { directory, append: false, dryRun: false });
  for (const scoreDate of days) await runScoring(deps, { scoreDate, trigger: 'cli' });
  return deps;
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
