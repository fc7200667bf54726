import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DepartmentMetrics,
  departmentMetricsSchema,
  insightListSchema,
  narrativeSchema,
} from '../../server/contract/index.ts';
import { DEPARTMENTS, type Department } from '../../server/domain/departments.ts';
import { type ReplayedDay, replayInsights } from '../../server/usecases/replay-insights.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';
import { createTestService, type TestService } from '../support/test-service.ts';

const DAY = '2025-03-01';
const MINIMUM = 10;
const IS_IN: Readonly<Record<Department, string>> = {
  executive: 'true',
  athletics: 'd.primary_sport is not null',
  marketing: `(select bool_and(coalesce(f.marketing_opt_in, false)) from landing.dim_fan as f where f.fan_sk = d.fan_sk)`,
  finance: 'true',
  alumni: "d.primary_affiliation = 'Alumni'",
};

let deps: RunDeps;
let service: TestService;
beforeAll(async () => {
  const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
  deps = await openScoredWarehouse({ data: 'small', days: [DAY], clock });
  // All but three fans are alumni, all but five of those have a sport.
  await deps.warehouse.execute({
    sql: `update landing.dim_fan set
        primary_affiliation = case when fan_sk in (select d.fan_sk from analytics.mart_wonderscore_daily as d
          order by d.wonder_id limit 3) then 'Student' else 'Alumni' end,
        primary_sport = case when fan_sk in (select d.fan_sk from analytics.mart_wonderscore_daily as d
          order by d.wonder_id desc limit 5) then null else 'Football' end`,
  });
  await runScoring(deps, { scoreDate: DAY, trigger: 'cli', overrideReason: 'test' });
  service = createTestService(deps, { minimumGroup: MINIMUM });
}, 90_000);
afterAll(() => deps.warehouse.close());

const admin = { 'x-demo-role': 'admin' };

/** Fans of the run that meet a condition, as SQL. */
async function fansWhere(condition: string): Promise<number> {
  const [row] = await deps.warehouse.query({
    sql: `select count(*) as fans from analytics.mart_wonderscore_daily as d
      inner join analytics.score_runs as r on r.run_id = d.run_id and r.published
      where d.score_date = cast('${DAY}' as date) and (${condition})`,
  });
  return Number(row?.fans);
}

interface Shown {
  readonly metric: string;
  readonly fans: string;
}

/** Every figure that is shown, with the fans it is of. */
function shownBy({ department, kpis, breakdown }: DepartmentMetrics): Shown[] {
  const whole = IS_IN[department];
  return [
    ...kpis.filter(({ value }) => value !== null).map(({ metric }) => ({ metric, fans: whole })),
    ...breakdown
      .filter(({ value }) => value !== null)
      .map(({ metric, dimension, dimension_value: value }) => ({
        metric,
        fans: `${whole} and d.${dimension} ${value === null ? 'is null' : `= '${value}'`}`,
      })),
  ];
}

describe('the figures of departments', () => {
  it('never differ by fewer fans than may be told of, whichever two are subtracted', async () => {
    const shown: Shown[] = [];
    for (const department of DEPARTMENTS) {
      const path = `/api/v1/metrics/dashboard?department=${department}`;
      shown.push(...shownBy(departmentMetricsSchema.parse(await service.json(path, admin))));
    }
    expect(shown.length).toBeGreaterThan(8);
    const pairs = shown.flatMap((one, at) =>
      shown.slice(at + 1).flatMap((other) => (one.metric === other.metric ? [[one, other]] : [])),
    );
    const sizes = new Map<string, number>();
    for (const [one, other] of pairs) {
      const unshared = `coalesce(${one?.fans}, false) <> coalesce(${other?.fans}, false)`;
      if (!sizes.has(unshared)) sizes.set(unshared, await fansWhere(unshared));
      const size = sizes.get(unshared) ?? 0;
      expect(size === 0 || size >= MINIMUM, `${one?.metric}: ${unshared}: ${size}`).toBe(true);
    }
  });

  it('are hidden for the smaller department, in numbers, words and insights', async () => {
    const path = '/api/v1/metrics/dashboard?department=';
    const read = async (department: Department) =>
      departmentMetricsSchema.parse(await service.json(`${path}${department}`, admin));
    expect(await fansWhere(`not ${IS_IN.alumni}`)).toBe(3);
    const alumni = await read('alumni');
    expect([...alumni.kpis, ...alumni.breakdown].every(({ suppressed }) => suppressed)).toBe(true);
    expect((await read('finance')).kpis.every(({ suppressed }) => !suppressed)).toBe(true);
    const text = narrativeSchema.parse(await service.json('/api/v1/narratives/alumni', admin));
    expect(text.facts).toEqual([]);
    const said = async (department: Department) =>
      insightListSchema.parse(
        await service.json(`/api/v1/insights?department=${department}`, admin),
      ).total;
    expect(await said('alumni')).toBe(0);
    expect(await said('finance')).toBeGreaterThan(0);
  });
});

/** All that could be said, however little of it is news. */
const SAY_ALL = {
  change_min_share: 0,
  change_z: 0,
  change_lead_share: 0,
  risk_min_ratio: 1,
  risk_z: 0,
  trend_min_days: 8,
};

describe('insights about a group', () => {
  it('are not told where the same group of another department has a few fans more', async () => {
    // Every other fan rows; of the other half three are no alumni, of the rowers every third.
    await deps.warehouse.execute({
      sql: `update landing.dim_fan set
          primary_sport = case when d.place % 2 = 0 then 'Football' else 'Rowing' end,
          primary_affiliation = case when d.place in (2, 4, 6) or d.place % 6 = 1 then 'Student' else 'Alumni' end
        from (select fan_sk, row_number() over (order by wonder_id) as place
          from analytics.mart_wonderscore_daily
          where run_id = (select run_id from analytics.score_runs where published)) as d
        where d.fan_sk = dim_fan.fan_sk`,
    });
    await runScoring(deps, { scoreDate: DAY, trigger: 'cli', overrideReason: 'test' });
    const isAlumni = "d.primary_affiliation = 'Alumni'";
    expect(await fansWhere(`d.primary_sport = 'Football' and not ${isAlumni}`)).toBe(3);
    expect(await fansWhere(`not ${isAlumni}`)).toBeGreaterThan(MINIMUM);
    const days: ReplayedDay[] = [];
    const asked = { from: DAY, to: DAY, changes: SAY_ALL };
    for await (const day of replayInsights(deps, asked)) days.push(day);
    const said = days.flatMap(({ said }) => said);
    const sportsOf = (department: Department) =>
      said.filter((each) => each.department === department && 'primary_sport' in each.filters);
    expect(sportsOf('executive').map(({ title }) => title)).not.toEqual([]);
    expect(said.filter(({ department }) => department === 'alumni')).not.toEqual([]);
    expect(sportsOf('alumni').map(({ title }) => title)).toEqual([]);
  });
});
