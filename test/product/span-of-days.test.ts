import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { KeptTables } from '../../server/modeling/kept-tables.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { checksumOfRun } from '../support/checksum.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const DAYS = ['2025-02-28', '2025-03-01'];

/** Scores the days of golden data one after another; answers the checksums of each run. */
async function scoreDays(
  keep: (deps: RunDeps) => Promise<KeptTables | undefined>,
): Promise<unknown[]> {
  const { warehouse, project, loader } = await openLandingWarehouse();
  const directory = join(import.meta.dirname, '../golden/data/small');
  await loadLanding({ loader }, { directory, append: false, dryRun: false });
  const deps: RunDeps = {
    warehouse,
    project,
    clock: { now: () => Date.now() },
    ids: createRandomIds(),
    logger: quietLogger,
    instance: 'span',
  };
  try {
    const kept = await keep(deps);
    const sums: unknown[] = [];
    for (const scoreDate of DAYS) {
      const given = kept === undefined ? deps : { ...deps, kept };
      const run = await runScoring(given, { scoreDate, trigger: 'cli' });
      sums.push(await checksumOfRun(warehouse, project, run.run_id));
    }
    return sums;
  } finally {
    await warehouse.close();
  }
}

describe('days of one landing, scored one after another', () => {
  it('have the same rows, whether what they share is kept or made anew', async () => {
    const anew = await scoreDays(async () => undefined);
    const open = (withRows: boolean) => (deps: RunDeps) =>
      KeptTables.open(deps.warehouse, { id: 'span', withRows });
    expect(new Set(anew.map((sums) => JSON.stringify(sums))).size).toBe(DAYS.length);
    expect(await scoreDays(open(false))).toEqual(anew);
    expect(await scoreDays(open(true))).toEqual(anew);
  });
});
