import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptSchema } from '../../server/contract/index.ts';
import { scopeOf } from '../../server/domain/scope.ts';
import { explainScore } from '../../server/usecases/explain-score.ts';
import { explainScoreChange } from '../../server/usecases/explain-score-change.ts';
import { findPublication } from '../../server/usecases/find-publication.ts';
import type { PublishedRun } from '../../server/usecases/published-run.ts';
import { createQueryRunner } from '../../server/usecases/query-runner.ts';
import type { ReadDeps } from '../../server/usecases/read-context.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { scoringRules } from '../../server/usecases/scoring-rules.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const TOLERANCE = 0.01 + 1e-9;
const scope = scopeOf({ subject: 'test', roles: ['executive'], departments: [] });

describe.each(['tiny', 'small'] as const)('the receipts of golden/%s', (data) => {
  let deps: RunDeps;
  let reads: ReadDeps;
  let run: PublishedRun;
  let stored: Awaited<ReturnType<RunDeps['warehouse']['query']>>;

  beforeAll(async () => {
    const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
    const days = ['2025-02-01', '2025-03-01'];
    deps = await openScoredWarehouse({ data, days, clock });
    const queries = createQueryRunner(deps.warehouse, deps.project);
    reads = { queries, rules: scoringRules(deps.project), minimumGroup: 10 };
    const { latest } = await findPublication({ queries });
    if (latest === undefined) throw new Error('nothing is published');
    run = latest;
    stored = await deps.warehouse.query({
      sql: `select d.*, e.hospitality_experience_score, e.digital_affinity_score, e.revenue_efficiency_score, e.churn_risk_score
        from analytics.mart_wonderscore_daily as d
        inner join analytics.mart_wonderscore_extended as e on e.run_id = d.run_id and e.fan_sk = d.fan_sk
        where d.run_id = ? order by d.wonder_id`,
      binds: [run.runId],
    });
  });
  afterAll(() => deps.warehouse.close());

  it('add up to every score of every fan', async () => {
    expect(stored).toHaveLength(data === 'tiny' ? 9 : 1821);
    const columns: Readonly<Record<string, string>> = {
      hospitality: 'hospitality_experience_score',
      digital: 'digital_affinity_score',
      efficiency: 'revenue_efficiency_score',
      churn: 'churn_risk_score',
    };
    let receipts = 0;
    for (const fan of stored) {
      const wonderId = String(fan.wonder_id);
      const { scores } = await explainScore(reads, { run, scope, wonderId });
      receiptSchema.shape.scores.parse(scores);
      const missing = Object.values(columns).filter((column) => fan[column] === null).length;
      expect(scores).toHaveLength(10 - missing);
      for (const receipt of scores) {
        const { score, value, lines, points_total } = receipt;
        const sum = lines.reduce((total, line) => total + line.points, 0);
        const where = `${wonderId} ${score}`;
        expect(value, where).toBe(fan[columns[score] ?? `${score}_score`]);
        expect(Math.abs(sum - value), where).toBeLessThanOrEqual(TOLERANCE);
        expect(points_total, where).toBe(value);
        // What a line says must be what its weight and rank give: nothing is made to fit.
        for (const { weight, percent_rank: rank, points } of lines) {
          if (weight === null || rank === null) continue;
          expect(Math.abs(points - weight * rank), where).toBeLessThanOrEqual(0.02);
        }
        receipts += 1;
      }
    }
    expect(receipts).toBeGreaterThan(stored.length * 6);
  });

  it('of a change add up on every level', async () => {
    let changes = 0;
    for (const fan of stored.filter((_, index) => index % 7 === 0)) {
      const wonderId = String(fan.wonder_id);
      const change = await explainScoreChange(reads, { run, scope, wonderId }).catch(
        () => undefined,
      );
      // A fan who was not scored 28 days before has no change to explain.
      if (change === undefined) continue;
      const parts = change.parts.reduce((sum, part) => sum + part.change, 0);
      expect(parts, wonderId).toBeCloseTo(change.change, 9);
      for (const part of change.parts) {
        const lines = part.lines.reduce((sum, line) => sum + line.change, 0);
        expect(lines, `${wonderId} ${part.score}`).toBeCloseTo(part.change, 9);
      }
      changes += 1;
    }
    expect(changes).toBeGreaterThan(0);
  });
});
