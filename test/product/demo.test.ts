import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../server/adapters/system/clock.ts';
import { createPinoLogger } from '../../server/adapters/system/pino-logger.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { INSIGHT_TYPES } from '../../server/domain/insights/insight-names.ts';
import { landingTableNames } from '../../server/domain/landing-tables.ts';
import { SEGMENTS } from '../../server/domain/segments.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { type DemoInput, generateDemo } from '../../server/usecases/generate-demo.ts';
import { findLandingOrigin } from '../../server/usecases/landing-origin.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';

const SMALL: DemoInput = { fans: 400, seed: 7, asOf: '2026-03-31', days: 200 };

const opened: Warehouse[] = [];
afterEach(async () => {
  for (const warehouse of opened.splice(0)) await warehouse.close();
});

async function makeDemo(input: DemoInput) {
  const { warehouse, project } = await openLandingWarehouse();
  opened.push(warehouse);
  const deps = { warehouse, project, files: await readSqlFiles('sql') };
  return { ...deps, tables: await generateDemo(deps, input) };
}

async function checksum(warehouse: Warehouse): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of landingTableNames()) {
    const sql = `select cast(bit_xor(hash(t)) as varchar) || ' ' || count(*) as sum from landing.${table} as t`;
    const [row] = await warehouse.query({ sql });
    sums[table] = String(row?.sum);
  }
  return sums;
}

async function one(warehouse: Warehouse, sql: string): Promise<number> {
  const [row] = await warehouse.query({ sql: `select ${sql} as answer` });
  return Number(row?.answer);
}

describe('the same again', () => {
  it('the same seed gives the same rows, another seed others', async () => {
    const first = await checksum((await makeDemo(SMALL)).warehouse);
    expect(await checksum((await makeDemo(SMALL)).warehouse)).toEqual(first);
    const other = await checksum((await makeDemo({ ...SMALL, seed: 8 })).warehouse);
    expect(other.dim_fan).not.toBe(first.dim_fan);
    expect(other.fact_engagement).not.toBe(first.fact_engagement);
  });

  it('a broken-off demo leaves what was there', async () => {
    const demo = await makeDemo(SMALL);
    const before = await checksum(demo.warehouse);
    const stop = new AbortController();
    const onProgress = (done: number, total: number) => {
      if (done === total - 3) stop.abort();
    };
    const broken = generateDemo(demo, { ...SMALL, seed: 9, signal: stop.signal, onProgress });
    await expect(broken).rejects.toMatchObject({ code: 'cancelled' });
    expect(await checksum(demo.warehouse)).toEqual(before);
  });

  it('is known as demo data until somebody adds to it', async () => {
    const demo = await makeDemo(SMALL);
    expect(await findLandingOrigin(demo)).toEqual({ kind: 'demo', parameters: SMALL });
    await demo.warehouse.execute({
      sql: 'insert into landing.fact_loyalty (loyalty_sk) values (1)',
    });
    expect(await findLandingOrigin(demo)).toEqual({ kind: 'own' });
  });
});

it('works for one fan, a leap day and a short history', async () => {
  const { tables } = await makeDemo({ fans: 1, seed: 1, asOf: '2024-02-29', days: 28 });
  expect(tables.find(({ table }) => table === 'dim_fan')?.rows).toBe(1);
});

it('holds what real feeds hold, and no real people', async () => {
  const { warehouse, tables } = await makeDemo({ ...SMALL, fans: 3000, days: 400 });
  const rows = (table: string) => tables.find((each) => each.table === table)?.rows ?? 0;
  const perFan: [string, number][] = [
    ['fact_engagement', 40],
    ['fact_spend', 4],
    ['fact_attendance', 3],
    ['fact_loyalty', 2],
    ['fact_sentiment', 0.7],
    ['fact_advocacy', 0.3],
    ['fact_hospitality', 0.2],
  ];
  for (const [table, expected] of perFan) {
    const share = rows(table) / 3000 / expected;
    expect([table, share > 0.6 && share < 1.5]).toEqual([table, true]);
  }
  const orphans = await one(
    warehouse,
    '(select count(*) from landing.fact_engagement where fan_sk not in (select fan_sk from landing.dim_fan))',
  );
  expect(orphans).toBeGreaterThan(0);
  expect(orphans / rows('fact_engagement')).toBeLessThan(0.01);
  const dirt = [
    'count(transaction_id) - count(distinct transaction_id) from landing.fact_spend',
    'count(*) from landing.fact_spend where net_revenue < 0',
    'count(*) from landing.fact_spend where date_key > 20260331',
    'count(*) from landing.fact_engagement where date_key % 10000 = 230',
    'count(*) from landing.fact_sentiment where nps_score > 10 or review_rating < 1',
    'count(*) - count(distinct fan_sk) from landing.dim_fan',
    'count(*) from landing.dim_fan where gdpr_consent is null',
    'count(*) from landing.dim_fan where first_name is null',
  ];
  for (const sql of dirt) {
    expect([sql, (await one(warehouse, `(select ${sql})`)) > 0]).toEqual([sql, true]);
  }
  const skew = await one(
    warehouse,
    `(select sum(n) filter (place <= 300) / sum(n) from (select count(*) as n,
      row_number() over (order by count(*) desc) as place from landing.fact_engagement group by fan_sk))`,
  );
  expect(skew).toBeGreaterThan(0.3);
});

it('gives members of longer standing what they bought before, from the day they joined', async () => {
  const { warehouse } = await makeDemo({ ...SMALL, earlierSpend: true });
  // 200 days are 29 whole weeks: once and twice 203 days before the span.
  const spend = 'from landing.fact_spend where date_key not between 20250913 and 20260331';
  expect(await one(warehouse, `(select min(date_key) ${spend})`)).toBeGreaterThanOrEqual(20240802);
  expect(await one(warehouse, `(select count(*) ${spend})`)).toBeGreaterThan(100);
  const tooEarly = await one(
    warehouse,
    `(select count(*) from landing.fact_spend as s inner join landing.dim_fan as f on f.fan_sk = s.fan_sk
      where s.date_key < year(f.account_created_date) * 10000 + month(f.account_created_date) * 100 + day(f.account_created_date))`,
  );
  expect(tooEarly).toBe(0);
  expect(
    await one(
      warehouse,
      '(select count(spend_sk) - count(distinct spend_sk) from landing.fact_spend)',
    ),
  ).toBe(0);
});

// One day in every season: off-season summer has no games, and the end of the span is not special by chance.
it.each(['2026-01-15', '2026-04-20', '2026-08-05', '2026-11-21'])(
  'scored as of %s, every tier and segment has fans, and four weeks change something',
  async (asOf) => {
    const { warehouse, project } = await makeDemo({ fans: 5000, seed: 1, asOf, days: 730 });
    const deps = {
      warehouse,
      project,
      clock: systemClock,
      ids: createRandomIds(),
      logger: createPinoLogger({ level: 'silent' }),
      instance: 'test',
    };
    const [before] = await warehouse.query({
      sql: `select cast(date '${asOf}' - 28 as varchar) as day`,
    });
    const means: number[] = [];
    for (const scoreDate of [String(before?.day), asOf]) {
      const isHistory = scoreDate < asOf;
      const run = await runScoring(deps, { scoreDate, trigger: 'cli', isHistory });
      expect(run.refused_because).toBeNull();
      means.push(
        await one(
          warehouse,
          `(select avg(wonder_score) from analytics.mart_wonderscore_daily where run_id = '${run.run_id}')`,
        ),
      );
    }
    const newest = `score_date = date '${asOf}'`;
    const tiers = await warehouse.query({
      sql: `select wonder_score_tier as tier from analytics.mart_wonderscore_daily where ${newest} group by 1 order by 1`,
    });
    expect(tiers.map(({ tier }) => tier)).toEqual([
      'Champion',
      'Elite',
      'Explorer',
      'Friend',
      'Supporter',
    ]);
    const segments = await warehouse.query({
      sql: `select segment from analytics.mart_segment_summary where ${newest} and fans > 0`,
    });
    expect(segments.map(({ segment }) => segment).sort()).toEqual([...SEGMENTS].sort());
    // A trend takes weeks of scores; the rest is there at once.
    const insights = await warehouse.query({
      sql: `select insight_type, insight_key from analytics.mart_ai_insights where ${newest}`,
    });
    expect([...new Set(insights.map((row) => row.insight_type))].sort()).toEqual(
      INSIGHT_TYPES.filter((type) => type !== 'trend').toSorted(),
    );
    const keys = insights.map((row) => row.insight_key);
    expect(keys).toContain('marketing|anomaly|email_opens|');
    expect(keys).toContain('executive|concentration|at_risk_fans|primary_sport=Soccer');
    expect(Math.abs((means[1] ?? 0) - (means[0] ?? 0))).toBeGreaterThan(0.1);
  },
);
