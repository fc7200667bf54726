import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse } from '../support/scored-warehouse.ts';

const DAY = '2025-03-01';
const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
let deps: RunDeps;

beforeEach(async () => {
  deps = await openScoredWarehouse({ data: 'tiny', days: [], clock });
});
afterEach(() => deps.warehouse.close());

// Each of these once stopped the run of everybody: a sum did not fit its column.
it.each([
  [
    'rewards',
    `insert into landing.fact_loyalty (loyalty_sk, fan_sk, date_key, activity_type, reward_value)
      values (900001, 1, 20250220, 'Earn', 1234567890123.45), (900002, 1, 20250220, 'Earn', 9999999999999999.99)`,
  ],
  [
    'spend',
    `insert into landing.fact_spend (spend_sk, fan_sk, date_key, transaction_id, net_revenue)
      values (900001, 1, 20250220, 'A', 9999999999999999.99), (900002, 1, 20250220, 'B', 9999999999999999.99),
        (900003, 2, 20250220, 'C', -9999999999999999.99), (900004, 2, 20250220, 'D', -9999999999999999.99)`,
  ],
  [
    'seconds on a page',
    `insert into landing.fact_engagement (engagement_sk, fan_sk, date_key, engagement_channel, time_on_page_seconds)
      values (900001, 1, 20250220, 'web', 9223372036854775807), (900002, 1, 20250220, 'web', 9223372036854775807)`,
  ],
  [
    'reach',
    `insert into landing.fact_advocacy (advocacy_sk, fan_sk, date_key, advocacy_type, reach_count)
      values (900001, 1, 20250220, 'Mention', 9223372036854775807), (900002, 1, 20250220, 'Mention', 5)`,
  ],
])('scores everybody although one fan has absurd %s', async (_what, planted) => {
  await deps.warehouse.execute({ sql: planted });
  const run = await runScoring(deps, { scoreDate: DAY, trigger: 'cli' });
  expect(run).toMatchObject({ status: 'succeeded', fans: 9 });
});
