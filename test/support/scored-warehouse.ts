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

/** Golden data, loaded and scored the way the product does it, in memory. */
export async function openScoredWarehouse({ data, days, clock }: ScoredOptions): Promise<RunDeps> {
  const { warehouse, project, loader } = await openLandingWarehouse();
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
