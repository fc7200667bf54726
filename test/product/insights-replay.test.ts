import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../server/adapters/system/clock.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { hasMoved } from '../../server/domain/insights/choose-insights.ts';
import { INSIGHT_TYPES } from '../../server/domain/insights/insight-names.ts';
import { textOfSegments } from '../../server/domain/narration/segments.ts';
import { addDays } from '../../server/domain/run.ts';
import { generateDemo } from '../../server/usecases/generate-demo.ts';
import {
  type ReplayedDay,
  type ReplayInput,
  replayInsights,
} from '../../server/usecases/replay-insights.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { countInsightFans } from '../support/insight-fans.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { runCli } from '../support/run-cli.ts';
import { quietLogger } from '../support/scored-warehouse.ts';

const LAST = '2026-04-20';
/** A trend takes twenty days with scores. */
const FIRST = addDays(LAST, -20);
const evidenceSchema = z.object({ filters: z.record(z.string(), z.string().nullable()) });
const DEMO = { fans: 1500, seed: 1, asOf: LAST, days: 140 };

let folder: string;
let path: string;
let deps: RunDeps;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wonder-insights-'));
  path = join(folder, 'demo.duckdb');
  const { warehouse, project } = await openLandingWarehouse(path);
  deps = {
    warehouse,
    project,
    clock: systemClock,
    ids: createRandomIds(),
    logger: quietLogger,
    instance: 'test',
  };
  await generateDemo({ warehouse, project, files: await readSqlFiles('sql') }, DEMO);
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    await runScoring(deps, { scoreDate: day, trigger: 'start', isHistory: day < LAST });
  }
}, 180_000);
afterAll(async () => {
  await deps?.warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

async function replay(input: ReplayInput): Promise<ReplayedDay[]> {
  const days: ReplayedDay[] = [];
  for await (const day of replayInsights(deps, input)) days.push(day);
  return days;
}

const stored = () =>
  deps.warehouse.query({
    sql: 'select insight_id, insight_type, insight_key, title from analytics.mart_ai_insights order by insight_id',
  });

describe('the demo', () => {
  it('shows insights of every type on its last day, and of that day only', async () => {
    const types = new Set((await stored()).map((row) => row.insight_type));
    expect([...types].sort()).toEqual([...INSIGHT_TYPES].sort());
    const keys = (await stored()).map((row) => String(row.insight_key));
    expect(keys).toContain('marketing|anomaly|email_opens|');
  });

  it('follows the filters of every evidence back to its fans', async () => {
    const rows = await deps.warehouse.query({ sql: 'select * from analytics.mart_ai_insights' });
    for (const row of rows) {
      const { filters } = evidenceSchema.parse(JSON.parse(String(row.evidence)));
      const fans = await countInsightFans(deps.warehouse, row, filters);
      expect(fans, `${row.department}: ${row.title}`).toBe(Number(row.fans));
    }
  });

  it('expects one effect of one piece of advice for the same fans', async () => {
    const rows = await deps.warehouse.query({
      sql: `select metric_name, fans, count(distinct metric_value) as effects
        from analytics.mart_ai_insights where insight_type = 'recommendation' group by metric_name, fans`,
    });
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => row.effects !== 1)).toEqual([]);
  });
});

describe('a replay', () => {
  it('of one day says what its run said, and stores nothing', async () => {
    const before = await stored();
    const [day] = await replay({ from: LAST, to: LAST });
    const said = day?.said
      .map(({ insightId, title }) => `${insightId} ${textOfSegments(title)}`)
      .sort();
    expect(said).toEqual(before.map((row) => `${row.insight_id} ${row.title}`));
    expect(await stored()).toEqual(before);
    const schemas = await deps.warehouse.query({
      sql: "select schema_name from information_schema.schemata where schema_name like 'work%'",
    });
    expect(schemas).toEqual([]);
  });

  it('of a span says nothing twice unless it moved, and a trend only once it can be seen', async () => {
    const days = await replay({ from: FIRST, to: addDays(FIRST, 4) });
    expect(days.map(({ scoreDate }) => scoreDate)).toEqual(
      Array.from({ length: 5 }, (_, i) => addDays(FIRST, i)),
    );
    const last = new Map<string, number>();
    for (const { key, level, type } of days.flatMap(({ said }) => said)) {
      const from = last.get(key);
      if (from !== undefined) expect(hasMoved(level, { from, share: 0.25 })).toBe(true);
      last.set(key, level);
      expect(type).not.toBe('trend');
    }
  });

  it('tries other thresholds, and refuses impossible ones', async () => {
    const strict = await replay({
      from: LAST,
      to: LAST,
      changes: { anomaly_z: 90, trend_min_days: 22, top_min_share: 1, risk_min_ratio: 100 },
    });
    const types = new Set(strict.flatMap(({ said }) => said.map(({ type }) => type)));
    for (const type of ['anomaly', 'trend', 'concentration'] as const) {
      expect(types.has(type)).toBe(false);
    }
    const loud = { from: FIRST, to: addDays(FIRST, 1), changes: { moved_share: 0, quiet_days: 0 } };
    const said = (await replay(loud)).map((day) => day.said.length);
    expect(Math.min(...said)).toBeGreaterThan(3);
    await expect(replay({ from: '2024-01-01', to: '2024-01-31' })).rejects.toMatchObject({
      code: 'no_scores',
      message: `No scores are published for 2024-01-01 to 2024-01-31. There are scores for ${FIRST} to ${LAST}.`,
    });
    const wrong = replay({ from: LAST, to: LAST, changes: { anomaly_z: 1000 } });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('can be called off', async () => {
    const called = replay({ from: FIRST, to: LAST, signal: AbortSignal.abort() });
    await expect(called).rejects.toBeDefined();
  });
});

describe('wonder insights replay', () => {
  it('prints a line for each insight and how many there were', async () => {
    await deps.warehouse.close();
    const span = ['--from', LAST, '--to', LAST, '--department', 'marketing', '--database', path];
    const run = await runCli(['insights', 'replay', ...span]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(
      `${LAST}  marketing  medium  anomaly         E-mail opens far above`,
    );
    expect(run.stdout).not.toContain('finance');
    expect(run.stderr).toMatch(/1 published day, \d+ insights: .*anomaly/);

    const quiet = await runCli(['insights', 'replay', ...span, '--anomaly-z', '90', '--json']);
    expect(quiet.stdout).not.toContain('anomaly');
    expect(quiet.stdout).toContain('"evidence":{"facts":[');

    const wrong = await runCli(['insights', 'replay', ...span, '--anomaly-z', '0']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('It must be a number from 0.1 to 100');
  }, 120_000);
});
