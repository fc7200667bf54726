import type { SqlProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';

/** Rank inputs of the base scores with the component each becomes. */
const RANKS: readonly (readonly [input: string, component: string, order: string])[] = [
  ['attended_days', 'attendance_component', 'asc nulls first'],
  ['digital_activity', 'digital_component', 'asc nulls first'],
  ['social_posts', 'social_component', 'asc nulls first'],
  ['courses', 'learning_component', 'asc nulls first'],
  ['coalesce(account_age_days, 0)', 'tenure_component', 'asc nulls first'],
  ['redemptions', 'redemption_component', 'asc nulls first'],
  ['greatest(revenue, 1)', 'revenue_component', 'asc nulls first'],
  ['purchase_days', 'frequency_component', 'asc nulls first'],
  ['days_since_purchase', 'recency_component', 'desc nulls last'],
  ['referrals + 2 * conversions', 'referral_component', 'asc nulls first'],
  ['greatest(reach, 1)', 'amplification_component', 'asc nulls first'],
  ['hostings', 'hosting_component', 'asc nulls first'],
];

/** Compares every stored rank with PERCENT_RANK over the same inputs; answers how many differ. */
export async function compareRanks(warehouse: Warehouse, project: SqlProject): Promise<number> {
  const schema = String(project.vars.analytics_schema);
  const windows = RANKS.map(
    ([input, component, order]) =>
      `cast(round(cast(100 * percent_rank() over (order by ${input} ${order}) as decimal(18, 8)), 2) as decimal(5, 2)) as ${component}`,
  );
  const differences = RANKS.map(
    ([, component]) => `sum(case when w.${component} <> d.${component} then 1 else 0 end)`,
  );
  const before = process.cpuUsage();
  await warehouse.execute({
    sql: `create or replace temp table windowed as select fan_sk, ${windows.join(', ')}
      from ${schema}.mart_score_inputs
      where run_id = (select run_id from ${schema}.score_runs where published)`,
  });
  const { user, system } = process.cpuUsage(before);
  const [row] = await warehouse.query({
    sql: `select count(*) as fans, cast(${differences.join(' + ')} as bigint) as different
      from windowed as w
      inner join ${schema}.mart_wonderscore_daily as d on d.fan_sk = w.fan_sk
      where d.run_id = (select run_id from ${schema}.score_runs where published)`,
  });
  console.log(
    `ranks: ${RANKS.length} x ${row?.fans} compared with PERCENT_RANK, ${row?.different} different; the windows alone cost ${((user + system) / 1e6).toFixed(2)} s CPU`,
  );
  return Number(row?.different ?? Number.NaN);
}
