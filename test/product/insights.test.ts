import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasMoved } from '../../server/domain/insights/choose-insights.ts';
import { saidOnOf } from '../../server/domain/insights/insight-id.ts';
import { INSIGHT_TYPES } from '../../server/domain/insights/insight-names.ts';
import type { WarehouseRow } from '../../server/ports/warehouse.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { countInsightFans } from '../support/insight-fans.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const CLOCK = { now: () => Date.parse('2025-03-03T08:00:00Z') };
const evidenceSchema = z.object({
  facts: z
    .array(z.looseObject({ id: z.string(), text: z.string(), value: z.number().nullable() }))
    .min(1),
  filters: z.record(z.string(), z.string().nullable()),
  from: z.iso.date(),
  to: z.iso.date(),
  method: z.string().min(10),
});

let deps: RunDeps;
beforeAll(async () => {
  deps = await openScoredWarehouse({ data: 'small', days: ['2025-03-01'], clock: CLOCK });
}, 60_000);
afterAll(() => deps.warehouse.close());

async function saidOn(day: string): Promise<WarehouseRow[]> {
  return await deps.warehouse.query({
    sql: `select i.* from analytics.mart_ai_insights as i
      inner join analytics.score_runs as r on r.run_id = i.run_id and r.published
      where i.score_date = cast(? as date) order by department, sort_order`,
    binds: [day],
  });
}

const score = (scoreDate: string, more: { isHistory?: boolean; minimumGroup?: number } = {}) => {
  const { minimumGroup, ...input } = more;
  const own = minimumGroup === undefined ? deps : { ...deps, minimumGroup };
  return runScoring(own, { scoreDate, trigger: 'cli', ...input });
};

const keysOf = (rows: readonly WarehouseRow[]) => rows.map((row) => String(row.insight_key));

describe('the insights of a run', () => {
  it('are stored with it, each with facts whose figures its text shows', async () => {
    const rows = await saidOn('2025-03-01');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const evidence = evidenceSchema.parse(JSON.parse(String(row.evidence)));
      expect(INSIGHT_TYPES).toContain(row.insight_type);
      expect(Number(row.smallest_group)).toBeGreaterThanOrEqual(10);
      const written = `${row.title} ${row.description}`;
      expect(written).not.toMatch(/NaN|undefined|null|Infinity|\s\s|no data/);
      // Every figure but those of the date is one of the facts.
      const figures = evidence.facts.map(({ text }) => text).sort((a, b) => b.length - a.length);
      const told = figures.reduce((text, figure) => text.replaceAll(figure, ''), written);
      const undated = told.replaceAll(/\w+day, \w+ \d+, \d{4}|on [A-Z][a-z]{2} \d+/g, '');
      expect(undated, written).not.toMatch(/\d/);
    }
  });

  it('are the same when the day is scored again', async () => {
    const first = await saidOn('2025-03-01');
    await score('2025-03-01');
    const second = await saidOn('2025-03-01');
    const without = ({ run_id: _, calculated_at: __, ...row }: WarehouseRow) => row;
    expect(second.map(without)).toEqual(first.map(without));
    expect(second[0]?.run_id).not.toBe(first[0]?.run_id);
  });

  it('stand on the next day with the day they were said; news is what moved or is new', async () => {
    const first = new Map((await saidOn('2025-03-01')).map((row) => [row.insight_key, row]));
    await score('2025-03-02');
    const next = await saidOn('2025-03-02');
    const standing = next.filter((row) => saidOnOf(String(row.insight_id)) === '2025-03-01');
    expect(standing.length).toBeGreaterThan(first.size / 2);
    for (const row of next) {
      const before = first.get(row.insight_key ?? '');
      const from = Number(before?.moves_from);
      const isNews =
        before === undefined || hasMoved(Number(row.moves_from), { from, share: 0.25 });
      expect(saidOnOf(String(row.insight_id)), String(row.title)).toBe(
        isNews ? '2025-03-02' : '2025-03-01',
      );
      if (!isNews) expect(row.insight_id).toBe(before?.insight_id);
    }
  });

  it('count the fans whom their filters leave, and the revenue that the dashboard shows', async () => {
    const rows = await saidOn('2025-03-01');
    for (const row of rows) {
      const { filters, facts } = evidenceSchema.parse(JSON.parse(String(row.evidence)));
      const fans = await countInsightFans(deps.warehouse, row, filters);
      expect(fans, String(row.title)).toBe(Number(row.fans));
      if (row.insight_type !== 'concentration' || row.metric_name !== 'revenue') continue;
      const [kpi] = await deps.warehouse.query({
        sql: `select metric_value from analytics.mart_department_metrics
          where run_id = ? and department = 'executive' and kind = 'kpi' and metric = 'revenue'`,
        binds: [String(row.run_id)],
      });
      if (row.department === 'executive' || row.department === 'finance') {
        expect(facts.find(({ id }) => id === 'revenue')?.value).toBe(Number(kpi?.metric_value));
      }
    }
  });

  it('stay away where they were dismissed', async () => {
    const [row] = await saidOn('2025-03-01');
    if (row === undefined) throw new Error('nothing was said');
    const give = (id: string, verdict: string) =>
      deps.warehouse.execute({
        sql: `insert into analytics.insight_feedback (feedback_id, insight_id, insight_key, department,
            score_date, verdict, moves_from, given_by, given_at)
          select ?, ?, ?, ?, cast(? as date), ?, ?, 'test', cast('2025-03-02 08:00:0' || ? as timestamp)`,
        binds: [
          id,
          String(row.insight_id),
          String(row.insight_key),
          String(row.department),
          '2025-03-01',
          verdict,
          Number(row.moves_from),
          id,
        ],
      });
    await give('1', 'known');
    await score('2025-03-01');
    expect(keysOf(await saidOn('2025-03-01'))).not.toContain(row.insight_key);
    await give('2', 'useful');
    await score('2025-03-01');
    expect(keysOf(await saidOn('2025-03-01'))).toContain(row.insight_key);
  });

  it('are about larger groups where the smallest group is larger', async () => {
    await score('2025-03-01', { minimumGroup: 60 });
    const rows = await saidOn('2025-03-01');
    expect(rows.every((row) => Number(row.smallest_group) >= 60)).toBe(true);
  });

  it('are not made for days of history', async () => {
    const run = await score('2025-02-01', { isHistory: true });
    expect(run.status).toBe('succeeded');
    expect(await saidOn('2025-02-01')).toEqual([]);
    const [stage] = await deps.warehouse.query({
      sql: `select status, error from analytics.score_run_stages where stage = 'insights' and run_id = ?`,
      binds: [run.run_id],
    });
    expect(stage).toEqual({
      status: 'skipped',
      error: 'Insights are made for the newest day only.',
    });
  });

  it('are none of nine fans', async () => {
    const tiny = await openScoredWarehouse({ data: 'tiny', days: ['2025-03-01'], clock: CLOCK });
    try {
      const sql = 'select count(*) as said from analytics.mart_ai_insights';
      expect(await tiny.warehouse.query({ sql })).toEqual([{ said: 0 }]);
    } finally {
      await tiny.warehouse.close();
    }
  });
});
