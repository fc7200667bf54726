import { expect, it } from 'vitest';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

// A reward of 1.2e12 once stopped the run: its cost, with six decimals, did not fit the column.
it('scores a fan whose rewards are worth more than any real one', async () => {
  const deps = await openScoredWarehouse({ data: 'tiny', days: [], clock: { now: () => 0 } });
  await deps.warehouse.execute({
    sql: `insert into landing.fact_loyalty (loyalty_sk, fan_sk, date_key, activity_type, reward_value)
      values (900001, 1, 20250220, 'Earn', 1234567890123.45)`,
  });
  const run = await runScoring(deps, { scoreDate: '2025-03-01', trigger: 'cli' });
  expect(run.status).toBe('succeeded');
  const [row] = await deps.warehouse.query({
    sql: "select revenue_efficiency_score from analytics.mart_wonderscore_extended where wonder_id = 'W0001'",
  });
  // 10 * revenue / cost, with a cost of over 1e12, rounds to nothing.
  expect(row).toEqual({ revenue_efficiency_score: 0 });
  await deps.warehouse.close();
});
