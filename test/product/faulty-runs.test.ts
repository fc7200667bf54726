import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWonderError, WonderError } from '../../server/domain/errors.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { RUN_STEPS } from '../../server/usecases/stages/run-steps.ts';
import { checksumOfRun, publishedRuns } from '../support/checksum.ts';
import { withFaults } from '../support/faulty-warehouse.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const DAY = '2025-03-01';
const STAGES = RUN_STEPS.map(({ name }) => name);
const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
const AFTER_PUBLISHING = ['refresh'];

/** The weather over the warehouse. */
const weather = { isDown: false, everyThird: false, statements: 0 };
const waits: number[] = [];
/** What could not be written down while it was away. */
let unwritten: (() => Promise<void>)[] = [];

let deps: RunDeps;
let faulty: RunDeps;
let undisturbed: Record<string, string>;

beforeAll(async () => {
  deps = await openScoredWarehouse({ data: 'tiny', days: ['2025-02-28', DAY], clock });
  const [runId = ''] = Object.values(await publishedRuns(deps.warehouse)).slice(-1);
  undisturbed = await checksumOfRun(deps.warehouse, deps.project, runId);
  const warehouse = withFaults(deps.warehouse, () => {
    weather.statements += 1;
    if (weather.isDown || (weather.everyThird && weather.statements % 3 === 0)) {
      throw new WonderError('warehouse_unavailable', { detail: 'The warehouse is away.' });
    }
  });
  const sleeper = { sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  faulty = {
    ...deps,
    warehouse,
    stageRetries: { most: 2, delayMs: 300_000, sleeper },
    recordLater: (write) => void unwritten.push(write),
  };
});
afterAll(() => deps.warehouse.close());

async function score(
  onStage: (stage: string) => void = () => undefined,
  runId?: string,
): Promise<string> {
  try {
    const run = await runScoring(faulty, {
      scoreDate: DAY,
      trigger: 'cli',
      ...(runId === undefined ? {} : { runId }),
      onProgress: ({ stage }) => onStage(stage),
    });
    return run.status;
  } catch (error) {
    return isWonderError(error) ? error.code : String(error);
  }
}

/** The warehouse is back, and is told what it was not told; the lease is among it. */
async function clear(): Promise<void> {
  weather.isDown = false;
  weather.everyThird = false;
  for (const write of unwritten) await write();
  unwritten = [];
}

/** What is published for the day is whole, and the next run is as if nothing had been. */
async function expectClean(): Promise<void> {
  const sums = (runId: string | undefined) =>
    checksumOfRun(deps.warehouse, deps.project, runId ?? 'none');
  expect(await sums((await publishedRuns(deps.warehouse))[DAY])).toEqual(undisturbed);
  expect(await score()).toBe('succeeded');
  expect(await sums((await publishedRuns(deps.warehouse))[DAY])).toEqual(undisturbed);
  const open = await deps.warehouse.query({
    sql: "select run_id from analytics.score_runs where status = 'running'",
  });
  expect(open).toEqual([]);
}

describe('a warehouse that is away', () => {
  it.each(STAGES)('from stage %s on fails the run and publishes nothing of it', async (stage) => {
    const before = await publishedRuns(deps.warehouse);
    const runId = `20250301_away_in_${stage}`;
    const goDown = (now: string) => {
      if (now === stage) weather.isDown = true;
    };
    const status = await score(goDown, runId);
    expect(status).toBe('warehouse_unavailable');
    await clear();
    const [run] = await deps.warehouse.query({
      sql: `select r.status, r.error_code, s.status as stage_status
        from analytics.score_runs as r
        left join analytics.score_run_stages as s on s.run_id = r.run_id and s.stage = ?
        where r.run_id = ?`,
      binds: [stage, runId],
    });
    if (AFTER_PUBLISHING.includes(stage)) {
      expect(run).toMatchObject({ status: 'succeeded' });
      await recoverRuns(deps);
    } else {
      expect(run).toMatchObject({
        status: 'failed',
        error_code: 'warehouse_unavailable',
        stage_status: stage === 'model' ? 'skipped' : 'failed',
      });
      expect(await publishedRuns(deps.warehouse)).toEqual(before);
    }
    await expectClean();
  });

  it('at the start refuses the run and leaves no trace of it', async () => {
    const runs = () =>
      deps.warehouse.query({ sql: 'select count(*) as n from analytics.score_runs' });
    const before = await runs();
    weather.isDown = true;
    expect(await score()).toBe('warehouse_unavailable');
    await clear();
    expect(await runs()).toEqual(before);
    await expectClean();
  });

  it('for every third statement ends in bounded time, with nothing half published', async () => {
    const before = await publishedRuns(deps.warehouse);
    waits.length = 0;
    weather.everyThird = true;
    expect(await score()).toBe('warehouse_unavailable');
    expect(waits.length).toBeLessThanOrEqual(2 * STAGES.length);
    await clear();
    expect(await publishedRuns(deps.warehouse)).toEqual(before);
    await expectClean();
  });
});
