import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WonderError } from '../../server/domain/errors.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { publishedRuns } from '../support/checksum.ts';
import { withFaults } from '../support/faulty-warehouse.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const DAY = '2025-03-01';
const SCORES = /^insert into \S*mart_wonderscore_daily /;
const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };

describe('a stage that fails', () => {
  let deps: RunDeps;
  const waits: number[] = [];

  beforeEach(async () => {
    waits.length = 0;
    deps = await openScoredWarehouse({ data: 'tiny', days: [], clock });
  });
  afterEach(() => deps.warehouse.close());

  /** Statements that hold a text fail so many times; how long the run waits is written down, not waited for. */
  function failing(text: RegExp, times: number): RunDeps {
    let left = times;
    const warehouse = withFaults(deps.warehouse, ({ sql }) => {
      if (!text.test(sql) || left === 0) return;
      left -= 1;
      throw new WonderError('warehouse_unavailable', { detail: 'The warehouse is away.' });
    });
    const sleeper = {
      sleep: async (milliseconds: number) => {
        waits.push(milliseconds);
      },
    };
    return { ...deps, warehouse, stageRetries: { most: 2, delayMs: 300_000, sleeper } };
  }

  const stages = () =>
    deps.warehouse.query({
      sql: 'select stage, status, attempts, error from analytics.score_run_stages order by stage_order',
    });

  it('is tried again after the delay, and its attempts are recorded', async () => {
    const run = await runScoring(failing(SCORES, 2), {
      scoreDate: DAY,
      trigger: 'cli',
    });
    expect(run).toMatchObject({ status: 'succeeded', published: true, fans: 9 });
    expect(waits).toEqual([300_000, 300_000]);
    const [score] = (await stages()).filter(({ stage }) => stage === 'score');
    expect(score).toEqual({ stage: 'score', status: 'succeeded', attempts: 3, error: null });
  });

  it('ends the run once its attempts are used up, with nothing published', async () => {
    const run = runScoring(failing(SCORES, 3), {
      scoreDate: DAY,
      trigger: 'cli',
    });
    await expect(run).rejects.toMatchObject({ code: 'warehouse_unavailable' });
    expect(waits).toHaveLength(2);
    expect(await publishedRuns(deps.warehouse)).toEqual({});
    expect((await stages()).map(({ stage, status }) => `${stage} ${status}`).slice(0, 4)).toEqual([
      'load succeeded',
      'clean succeeded',
      'score failed',
      'extend pending',
    ]);
    expect(await runScoring(deps, { scoreDate: DAY, trigger: 'cli' })).toMatchObject({
      status: 'succeeded',
    });
  });

  it('is not tried again where that cannot help', async () => {
    await deps.warehouse.execute({ sql: 'drop table landing.fact_spend' });
    const run = runScoring(failing(/nothing/, 0), { scoreDate: DAY, trigger: 'cli' });
    await expect(run).rejects.toMatchObject({ code: 'bad_input_files' });
    expect(waits).toEqual([]);
  });
});
