import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import type { RunRecord } from '../../server/domain/run.ts';
import { ModelRunner } from '../../server/modeling/run-models.ts';
import { checkGates } from '../../server/usecases/check-gates.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const DAY = '2025-03-08';
const WEEK_BEFORE = '2025-03-01';
const DAY_BEFORE_THAT = '2025-02-28';

/** Limits as in dbt_project.yml: half the fans, a fifth of 1,000 rows or more, 10 points within 7 days. */
describe('the data gates', () => {
  let deps: RunDeps;

  beforeAll(async () => {
    const { warehouse, project } = await openLandingWarehouse();
    await new ModelRunner(project, warehouse).prepareMarts();
    deps = {
      warehouse,
      project,
      clock: { now: () => 0 },
      ids: createRandomIds(),
      logger: quietLogger,
      instance: 'test',
    };
  });
  afterAll(() => deps.warehouse.close());

  beforeEach(async () => {
    for (const mart of ['wonderscore_daily', 'wonderscore_extended', 'data_quality']) {
      await deps.warehouse.execute({ sql: `delete from analytics.mart_${mart}` });
    }
  });

  /** Rows of a run: every fan with the same score, in both marts. */
  async function write(runId: string, day: string, { fans = 1, score = 60 } = {}): Promise<void> {
    await deps.warehouse.execute({
      sql: `insert into analytics.mart_wonderscore_daily (run_id, score_date, fan_sk, wonder_id, wonder_score,
          percentile_rank, engagement_score, loyalty_score, value_score, sentiment_score, advocacy_score)
        select ?, cast(? as date), i, 'W' || i, ?, 50, 50, 50, 50, 50, 50 from range(cast(? as bigint)) as r (i)`,
      binds: [runId, day, score, fans],
    });
    await deps.warehouse.execute({
      sql: `insert into analytics.mart_wonderscore_extended (run_id, score_date, fan_sk, wonder_id, churn_risk_score,
          churn_risk)
        select ?, cast(? as date), i, 'W' || i, 50, 50 from range(cast(? as bigint)) as r (i)`,
      binds: [runId, day, fans],
    });
  }
  const judge = (previous?: RunRecord) =>
    checkGates(deps, { runId: 'new', scoreDate: DAY, previous });
  const earlier = (day: string, fans: number): RunRecord => ({
    run_id: 'old',
    score_date: day,
    status: 'succeeded',
    stage: 'publish',
    published: true,
    fans,
    data_as_of: null,
    refused_because: null,
  });

  it('let half of the fans of the last run through, and no fewer', async () => {
    await write('new', DAY, { fans: 5 });
    expect(await judge(earlier(WEEK_BEFORE, 10))).toEqual([]);
    expect(await judge(earlier(WEEK_BEFORE, 11))).toEqual([
      '5 fans, under 50% of the 11 of 2025-03-01.',
    ]);
  });

  it.each([
    ['daily', 'wonder_score', 'null'],
    ['daily', 'wonder_score', '100.01'],
    ['daily', 'percentile_rank', 'null'],
    ['daily', 'engagement_score', '-0.01'],
    ['daily', 'loyalty_score', 'null'],
    ['daily', 'value_score', '100.01'],
    ['daily', 'sentiment_score', '-0.01'],
    ['daily', 'advocacy_score', 'null'],
    ['extended', 'churn_risk_score', 'null'],
    ['extended', 'churn_risk', '100.01'],
    ['extended', 'hospitality_experience_score', '-0.01'],
    ['extended', 'digital_affinity_score', '100.01'],
    ['extended', 'revenue_efficiency_score', '-0.01'],
  ])('refuse in the %s scores a %s of %s', async (mart, column, value) => {
    await write('new', DAY, { fans: 3 });
    await deps.warehouse.execute({
      sql: `update analytics.mart_wonderscore_${mart} set ${column} = ${value} where wonder_id = 'W1'`,
    });
    expect(await judge()).toEqual(['1 fans with a missing score or one outside 0 to 100.']);
  });

  it('take 0 and 100 for scores, and none of a score that not every fan has', async () => {
    await write('new', DAY, { score: 0 });
    await write('new', DAY, { score: 100 });
    await deps.warehouse.execute({
      sql: "update analytics.mart_wonderscore_daily set wonder_id = 'X' where wonder_score = 100",
    });
    expect(await judge()).toEqual([]);
  });

  it('refuse fans who are scored twice', async () => {
    await write('new', DAY, { fans: 3 });
    await write('new', DAY, { fans: 2 });
    expect(await judge()).toEqual(['2 fans scored more than once.']);
  });

  it('refuse fans who have base scores only', async () => {
    await write('new', DAY, { fans: 3 });
    await deps.warehouse.execute({
      sql: "delete from analytics.mart_wonderscore_extended where wonder_id = 'W0'",
    });
    expect(await judge()).toEqual(['3 fans with base scores but 2 with extended ones.']);
  });

  it('let a fifth of unknown fans in 1,000 rows through, and no more', async () => {
    await write('new', DAY);
    await deps.warehouse.execute({
      sql: `insert into analytics.mart_data_quality (run_id, score_date, source_table, rows_read, unknown_fan)
        values ('new', cast(? as date), 'fact_spend', 1000, 200), ('new', cast(? as date), 'fact_loyalty', 999, 999),
          ('new', cast(? as date), 'fact_engagement', 1000, 201)`,
      binds: [DAY, DAY, DAY],
    });
    expect(await judge()).toEqual([
      '201 of 1,000 rows of fact_engagement belong to no known fan, over 20%.',
    ]);
  });

  it.each([
    { name: '10 points either way', day: WEEK_BEFORE, fans: 1000, old: 70, refused: false },
    { name: 'more than 10 points up', day: WEEK_BEFORE, fans: 1000, old: 49.99, refused: true },
    { name: 'more than 10 points down', day: WEEK_BEFORE, fans: 1000, old: 70.01, refused: true },
    { name: 'a run of over a week ago', day: DAY_BEFORE_THAT, fans: 1000, old: 20, refused: false },
    { name: 'fewer than 1,000 fans', day: WEEK_BEFORE, fans: 999, old: 20, refused: false },
  ])('compare the mean score: $name', async ({ day, fans, old, refused }) => {
    await write('new', DAY, { fans: 1000 });
    await write('old', day, { fans, score: old });
    const because = `The mean WonderScore moved 10.0 points since ${day}, more than 10.`;
    expect(await judge(earlier(day, fans))).toEqual(refused ? [because] : []);
  });
});
