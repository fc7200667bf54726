import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { landingColumns, landingTableNames } from '../../server/domain/landing-tables.ts';
import { RUN_STAGES } from '../../server/domain/run.ts';
import { describeQuality } from '../../server/usecases/describe-quality.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { checksumOfRun, publishedRuns } from '../support/checksum.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const DAY = '2025-03-01';
const DAY_MILLISECONDS = 86_400_000;

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'was not refused';
  } catch (error) {
    return isWonderError(error) ? error.code : String(error);
  }
}

/** What was worked out of the facts of each published day; movers and insights look at the days before. */
async function scoresByDay({ warehouse, project }: RunDeps): Promise<Record<string, string[]>> {
  const scores: Record<string, string[]> = {};
  for (const [day, runId] of Object.entries(await publishedRuns(warehouse))) {
    const sums = Object.entries(await checksumOfRun(warehouse, project, runId));
    scores[day] = sums
      .filter(([mart]) => /score_inputs|wonderscore|segment_members/.test(mart))
      .map((sum) => sum.join(': '));
  }
  return scores;
}

describe('a run of the scores', () => {
  let now: number;
  let deps: RunDeps;

  beforeEach(async () => {
    now = Date.parse('2025-03-02T08:00:00Z');
    deps = await openScoredWarehouse({ data: 'tiny', days: [DAY], clock: { now: () => now } });
  });
  afterEach(() => deps.warehouse.close());

  const score = (scoreDate: string, more: object = {}) =>
    runScoring(deps, { scoreDate, trigger: 'cli', ...more });
  const rows = (sql: string) => deps.warehouse.query({ sql });

  it('records every stage with status, rows and duration', async () => {
    const stages = await rows(
      'select stage, status, attempts, rows_written, error from analytics.score_run_stages order by stage_order',
    );
    expect(stages.map(({ stage, status, attempts }) => ({ stage, status, attempts }))).toEqual(
      RUN_STAGES.map((stage) => ({
        stage,
        status: stage === 'model' || stage === 'refresh' ? 'skipped' : 'succeeded',
        attempts: 1,
      })),
    );
    expect(stages.find(({ stage }) => stage === 'score')?.rows_written).toBe(9);
    expect(
      await rows('select status, published, fans, data_as_of, error from analytics.score_runs'),
    ).toEqual([
      { status: 'succeeded', published: true, fans: 9, data_as_of: '2025-03-01', error: null },
    ]);
  });

  it('counts dirty rows as the manifest of the golden data does', async () => {
    const [quality] = await rows(
      "select rows_read, duplicates, out_of_range, unknown_fan, no_date, after_as_of from analytics.mart_data_quality where source_table = 'fact_sentiment'",
    );
    // test/golden/data/tiny/manifest.json, fact_sentiment
    expect(quality).toEqual({
      rows_read: 39,
      duplicates: 1,
      out_of_range: 6,
      unknown_fan: 1,
      no_date: 1,
      after_as_of: 2,
    });
  });

  it('says in words what it left out', async () => {
    const run = Object.values(await publishedRuns(deps.warehouse));
    // Sums over the tables of test/golden/data/tiny/manifest.json
    expect(await describeQuality(deps, run[0] ?? '')).toBe(
      '12 copies, 25 of unknown fans, 10 without a possible date, 15 after the day, 8 values out of range',
    );
  });

  it('replaces the run of its own date, and keeps the old rows for a while', async () => {
    const first = await publishedRuns(deps.warehouse);
    const again = await score(DAY);
    expect(await publishedRuns(deps.warehouse)).toEqual({ [DAY]: again.run_id });
    expect(again.run_id).not.toBe(first[DAY]);
    const old = first[DAY] ?? '';
    expect(await checksumOfRun(deps.warehouse, deps.project, old)).toEqual(
      await checksumOfRun(deps.warehouse, deps.project, again.run_id),
    );
    now += 8 * DAY_MILLISECONDS;
    await recoverRuns(deps);
    const kept = await rows('select distinct run_id from analytics.mart_wonderscore_daily');
    expect(kept).toEqual([{ run_id: again.run_id }]);
  });

  it('backfills past dates in any order without moving the latest', async () => {
    for (const day of ['2025-01-15', '2024-12-24', '2025-02-10']) await score(day);
    expect(Object.keys(await publishedRuns(deps.warehouse))).toEqual([
      '2024-12-24',
      '2025-01-15',
      '2025-02-10',
      DAY,
    ]);
    const [latest] = await rows(
      'select max(score_date) as latest from analytics.score_runs where published',
    );
    expect(latest).toEqual({ latest: DAY });
  });

  it('makes of a backfilled day what a run on that day made of it', async () => {
    const early = await openScoredWarehouse({
      data: 'tiny',
      days: ['2025-02-10'],
      clock: { now: () => now },
    });
    const backfilled = await score('2025-02-10');
    const [onTheDay] = Object.values(await publishedRuns(early.warehouse));
    expect(await checksumOfRun(deps.warehouse, deps.project, backfilled.run_id)).toEqual(
      await checksumOfRun(early.warehouse, early.project, onTheDay ?? ''),
    );
    await early.warehouse.close();
  });

  it('makes the same scores of many days, in whatever order they are backfilled', async () => {
    const days = ['2024-12-24', '2025-01-15', '2025-02-10', '2025-02-28', DAY];
    const clock = { now: () => now };
    const inOrder = await openScoredWarehouse({ data: 'tiny', days, clock });
    for (const day of ['2025-02-28', '2024-12-24', '2025-02-10', '2025-01-15']) await score(day);
    expect(await scoresByDay(deps)).toEqual(await scoresByDay(inOrder));
    await inOrder.warehouse.close();
  });

  it('makes the same scores of rows that arrive late and in another order', async () => {
    const before = await scoresByDay(deps);
    for (const table of landingTableNames().filter((name) => name.startsWith('fact_'))) {
      const key = landingColumns(table)[0]?.name ?? '';
      const copy = `landing.late_${table}`;
      for (const sql of [
        `create table ${copy} as select * from landing.${table}`,
        `delete from landing.${table}`,
        `insert into landing.${table} select * from ${copy} where ${key} % 2 = 1 order by ${key} desc`,
      ]) {
        await deps.warehouse.execute({ sql });
      }
    }
    await score(DAY);
    expect(await scoresByDay(deps)).not.toEqual(before);
    for (const table of landingTableNames().filter((name) => name.startsWith('fact_'))) {
      const key = landingColumns(table)[0]?.name ?? '';
      await deps.warehouse.execute({
        sql: `insert into landing.${table} select * from landing.late_${table}
          where ${key} % 2 = 0 or ${key} is null order by ${key} desc nulls first`,
      });
    }
    await score(DAY);
    expect(await scoresByDay(deps)).toEqual(before);
  });

  it('lets one run in at a time', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 5 }, () => codeOf(score('2025-02-20'))),
    );
    expect(attempts.filter((code) => code === 'was not refused')).toHaveLength(1);
    expect(attempts.filter((code) => code === 'run_in_flight')).toHaveLength(4);
    expect(await codeOf(score('2025-02-21'))).toBe('was not refused');
  });

  it('answers the same run for the same idempotency key, and refuses it for another day', async () => {
    const one = await score('2025-02-20', { idempotencyKey: 'night' });
    expect(await score('2025-02-20', { idempotencyKey: 'night' })).toEqual(one);
    expect(await codeOf(score('2025-02-21', { idempotencyKey: 'night' }))).toBe('conflict');
  });

  it.each(['2025-02-29', '20250301', 'yesterday', ''])('refuses %j as a date', async (day) => {
    expect(await codeOf(score(day))).toBe('invalid_value');
  });

  it('cancels: nothing of it is published or kept', async () => {
    const before = await publishedRuns(deps.warehouse);
    const stop = new AbortController();
    const work = score(DAY, {
      signal: stop.signal,
      onProgress: ({ stage }: { stage: string }) => stage === 'score' && stop.abort(),
    });
    expect(await codeOf(work)).toBe('cancelled');
    expect(await publishedRuns(deps.warehouse)).toEqual(before);
    await recoverRuns(deps);
    const [cancelled] = await rows(
      "select status, error_code, rows_kept from analytics.score_runs where status = 'cancelled'",
    );
    expect(cancelled).toEqual({ status: 'cancelled', error_code: 'cancelled', rows_kept: false });
  });

  it('is refused, and says why, when the population halves; an override publishes it and is recorded', async () => {
    const before = await publishedRuns(deps.warehouse);
    // 4 of 9 scored fans stay: under half.
    await deps.warehouse.execute({
      sql: "update landing.dim_fan set is_active = false where wonder_id not in ('W0001', 'W0002', 'W0003', 'W0004')",
    });
    const refused = await score('2025-03-02');
    expect(refused).toMatchObject({
      status: 'refused',
      published: false,
      refused_because: `4 fans, under 50% of the 9 of ${DAY}.`,
    });
    expect(await publishedRuns(deps.warehouse)).toEqual(before);
    const [check] = await rows(
      "select status, error from analytics.score_run_stages where stage = 'check' and status <> 'succeeded'",
    );
    expect(check).toEqual({ status: 'refused', error: refused.refused_because });
    const agreed = await score('2025-03-02', { overrideReason: 'the club closed' });
    expect(agreed).toMatchObject({ status: 'succeeded', published: true, fans: 4 });
    const [run] = await rows(
      "select overridden_because from analytics.score_runs where status = 'succeeded' and fans = 4",
    );
    expect(run).toEqual({ overridden_because: 'the club closed' });
  });

  it('is refused when too many facts belong to nobody, judged on large tables only', async () => {
    await deps.warehouse.execute({
      sql: `insert into landing.fact_advocacy (advocacy_sk, fan_sk, date_key)
        select 100000 + i, 999999, 20250201 from range(1000) as r (i)`,
    });
    const run = await score(DAY);
    expect(run.status).toBe('refused');
    // 1,000 planted rows and the one of tiny's manifest, of 92 + 1,000 rows
    expect(run.refused_because).toBe(
      '1,001 of 1,092 rows of fact_advocacy belong to no known fan, over 20%.',
    );
  });

  it('judges a day that is scored again by what it was before', async () => {
    await deps.warehouse.execute({ sql: "delete from landing.dim_fan where wonder_id <> 'W0001'" });
    expect(await score(DAY)).toMatchObject({
      status: 'refused',
      refused_because: `1 fan, under 50% of the 9 of ${DAY}.`,
    });
  });

  it('records no override where nothing was refused', async () => {
    await score('2025-03-02', { overrideReason: 'just in case' });
    const reasons = await rows('select distinct overridden_because from analytics.score_runs');
    expect(reasons).toEqual([{ overridden_because: null }]);
  });

  it('refuses a day still to come: it would be "latest" for good, and end the others\' retention', async () => {
    expect(await codeOf(score('2025-03-04'))).toBe('invalid_value');
    expect(await codeOf(score('2099-01-01'))).toBe('invalid_value');
  });

  it('refuses a day whose scores the next run would forget', async () => {
    await expect(score('2022-12-21')).rejects.toMatchObject({
      code: 'invalid_value',
      problems: [
        { field: 'score_date', allowed: expect.stringContaining('800 days before 2025-03-01') },
      ],
    });
    // 800 days before the latest.
    expect((await score('2022-12-22')).status).toBe('succeeded');
  });

  it('forgets published runs past their retention, never the latest', async () => {
    await score('2024-12-24');
    await recoverRuns({ ...deps, retentionDays: 30 });
    expect(Object.keys(await publishedRuns(deps.warehouse))).toEqual([DAY]);
    expect(await rows('select distinct score_date from analytics.mart_wonderscore_daily')).toEqual([
      { score_date: DAY },
    ]);
  });

  it('scores nobody without complaint where there is nobody to score', async () => {
    await deps.warehouse.execute({ sql: 'delete from landing.dim_fan' });
    await deps.warehouse.execute({ sql: 'delete from analytics.score_runs' });
    expect(await score(DAY)).toMatchObject({ status: 'succeeded', fans: 0 });
    const sizes = await rows(
      'select distinct fans, share from analytics.mart_segment_summary where fans = 0',
    );
    expect(sizes).toEqual([{ fans: 0, share: 0 }]);
  });
});
