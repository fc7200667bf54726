import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { loadLanding } from '../../server/usecases/load-landing.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { RUN_STEPS } from '../../server/usecases/stages/run-steps.ts';
import { checksumOfRun, publishedRuns } from '../support/checksum.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const BEFORE = '2025-02-28';
const DAY = '2025-03-01';
const RANDOM_MOMENTS = 20;
const STAGES = RUN_STEPS.map(({ name }) => name);
/** Where packages are found. */
const CHILD = `dist/scoring-child-${process.pid}.mjs`;

// One file starts in a third of the time that some hundred take.
beforeAll(() =>
  esbuild.build({
    entryPoints: [join(import.meta.dirname, '../support/scoring-child.ts')],
    outfile: CHILD,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  }),
);
afterAll(() => rm(CHILD, { force: true }));

/** Runs the scores of DAY in a process of its own and kills it in a stage or after a time. */
async function scoreAndKill(
  path: string,
  when: { stage?: string; afterMs?: number },
): Promise<void> {
  const child = fork(CHILD, [path, DAY]);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let timer: NodeJS.Timeout | undefined;
  child.on('message', (message) => {
    const stage = typeof message === 'object' && 'stage' in message ? message.stage : undefined;
    if (stage === when.stage) child.kill('SIGKILL');
    if (when.afterMs !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), when.afterMs);
  });
  await exited;
  clearTimeout(timer);
}

async function open(path: string): Promise<RunDeps> {
  const { warehouse, project } = await openLandingWarehouse(path);
  return {
    warehouse,
    project,
    clock: { now: () => Date.now() },
    ids: createRandomIds(),
    logger: quietLogger,
    instance: `test-${process.pid}`,
  };
}

describe('a run that is killed', () => {
  let folder: string;
  let path: string;
  let undisturbed: Record<string, string>;
  let before: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wonder-kill-'));
    path = join(folder, 'killed.duckdb');
    undisturbed = await scoreInto(join(folder, 'undisturbed.duckdb'), [BEFORE, DAY]);
    before = await scoreInto(path, [BEFORE]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Loads the golden data into a new file, scores some days, answers the checksum of the last. */
  async function scoreInto(file: string, days: readonly string[]): Promise<Record<string, string>> {
    const { warehouse, project, loader } = await openLandingWarehouse(file);
    const directory = join(import.meta.dirname, '../golden/data/small');
    await loadLanding({ loader }, { directory, append: false, dryRun: false });
    await warehouse.close();
    const deps = await open(file);
    let runId = '';
    for (const scoreDate of days) {
      ({ run_id: runId } = await runScoring(deps, { scoreDate, trigger: 'cli' }));
    }
    const sums = await checksumOfRun(deps.warehouse, project, runId);
    await deps.warehouse.close();
    return sums;
  }

  /** What readers see after a start: the day before whole; the day itself whole or not at all. */
  async function expectWhole(): Promise<void> {
    const deps = await open(path);
    try {
      await recoverRuns(deps);
      const published = await publishedRuns(deps.warehouse);
      const sums = (runId: string) => checksumOfRun(deps.warehouse, deps.project, runId);
      expect(await sums(published[BEFORE] ?? 'none')).toEqual(before);
      const runOfDay = published[DAY];
      if (runOfDay !== undefined) expect(await sums(runOfDay)).toEqual(undisturbed);
    } finally {
      await deps.warehouse.close();
    }
  }

  it.each(STAGES)('in stage %s leaves what was published whole', async (stage) => {
    await scoreAndKill(path, { stage });
    await expectWhole();
  });

  it(`at ${RANDOM_MOMENTS} random moments leaves what was published whole`, async () => {
    for (let kill = 0; kill < RANDOM_MOMENTS; kill += 1) {
      // Spread over a run of about half a second; a different moment on every machine and day.
      await scoreAndKill(path, { afterMs: Math.random() * 600 });
      await expectWhole();
    }
  });

  it('does not change what the next run makes of the day, nor leave anything behind', async () => {
    const deps = await open(path);
    const run = await runScoring(deps, { scoreDate: DAY, trigger: 'cli' });
    expect(run).toMatchObject({ status: 'succeeded', published: true });
    expect(await checksumOfRun(deps.warehouse, deps.project, run.run_id)).toEqual(undisturbed);
    const dangling = await deps.warehouse.query({
      sql: `select run_id, status, stage from analytics.score_runs
        where status = 'running' or (not published and superseded_at is null and rows_kept)`,
    });
    expect(dangling).toEqual([]);
    const strayRows = await deps.warehouse.query({
      sql: `select distinct d.run_id from analytics.mart_wonderscore_daily d
        left join analytics.score_runs r on r.run_id = d.run_id and r.rows_kept
        where r.run_id is null`,
    });
    expect(strayRows).toEqual([]);
    await deps.warehouse.close();
  });
});
