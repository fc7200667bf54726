import type { Warehouse } from '../../server/ports/warehouse.ts';

/** A number in [0, 1) that depends on nothing but its arguments: the data is the same in every run. */
function uniform(salt: string, ...columns: readonly string[]): string {
  return `(hash(hash('${salt}', ${columns.join(', ')})) >> 11) / 9007199254740992.0`;
}

interface FactShape {
  readonly table: string;
  /** Mean rows per fan over the whole history. */
  readonly rowsPerFan: number;
  /** The columns after the surrogate key, fan_sk and date_key. */
  readonly columns: string;
}

const FACTS: readonly FactShape[] = [
  {
    table: 'fact_engagement',
    rowsPerFan: 40,
    columns: `1 + n % 40, case when u1 < .55 then 'page_view' when u1 < .75 then 'email_open' when u1 < .85 then 'impression'
        when u1 < .92 then 'click' else 'social_post' end,
      case when u1 < .40 then 'web' when u1 < .55 then 'app' when u1 < .75 then 'email' when u1 < .92 then 'web' else 'social' end,
      case when u1 < .55 or u1 >= .75 and u1 < .92 then 's' || (hash(fan_sk, day, n % 2) % 100000000000) end, cast(u2 * 300 as bigint), 1 + n % 5, null,
      case when u2 < .6 then 'mobile' when u2 < .9 then 'desktop' end`,
  },
  {
    table: 'fact_spend',
    rowsPerFan: 4,
    columns: `1 + n % 60, null, 'T' || row_number() over (), 'Purchase', 1, 0, 0,
      case when u1 < .03 then -1 else 1 end * round(5 + 195 * u2 * u2, 2), null, null, 'card', null`,
  },
  {
    table: 'fact_attendance',
    rowsPerFan: 3,
    columns: `1 + n % 195, 'Single', null, null, u1 < .1`,
  },
  {
    table: 'fact_loyalty',
    rowsPerFan: 2,
    columns: `case when u1 < .7 then 'Earn' when u1 < .95 then 'Redeem' else 'TierChange' end, 0, 0, 0, null, null, null,
      round(u2 * 20, 2), null`,
  },
  {
    table: 'fact_sentiment',
    rowsPerFan: 0.7,
    columns: `null, case when u1 < .4 then 'NPS' when u1 < .7 then 'Review' when u1 < .95 then 'Social' else 'Complaint' end,
      case when u1 >= .7 then cast(u2 * 200 - 100 as bigint) end, case when u1 < .4 then cast(u2 * 10 as bigint) end,
      case when u1 between .4 and .7 then 1 + cast(u2 * 4 as bigint) end, null, null`,
  },
  {
    table: 'fact_hospitality',
    rowsPerFan: 0.2,
    columns: `1 + n % 195, 'Suite', 2, round(u1 * 300, 2), 1 + cast(u2 * 4 as bigint), null`,
  },
  {
    table: 'fact_advocacy',
    rowsPerFan: 0.3,
    columns: `case when u1 < .3 then 'Referral' when u1 < .9 then 'Social_Share' else 'Alumni_Host' end, null, 'X',
      cast(u2 * 5000 as bigint), 0, u2 < .3, null`,
  },
];

const HISTORY_DAYS = 400;
/** Mean of a Pareto(1.5) that starts at 1 and is capped at 60. */
const MEAN_ACTIVITY = 3 - 2 / Math.sqrt(60);

/**
 * Fills the landing tables with `fans` fans and the row mix that the performance goals are stated for:
 * 400 days in date order, activity Pareto(1.5) capped at 60 times its minimum.
 */
export async function fillLanding(warehouse: Warehouse, fans: number, asOf: string): Promise<void> {
  const run = (sql: string) => warehouse.execute({ sql });
  await run(`insert into landing.dim_fan
    select i, 'W' || lpad(cast(i as varchar), 9, '0'), null, 'First' || i, 'Last' || i, null, null, null, null, null, 'US',
      case i % 4 when 0 then 'Football' when 1 then 'Basketball' when 2 then 'Baseball' end,
      case i % 3 when 0 then 'Alumni' when 1 then 'Student' else 'Community' end,
      cast('${asOf}' as date) - cast(hash(i) % 4000 as integer),
      case cast(hash(i, 1) % 6 as integer) when 0 then 'Gold' when 1 then 'Commodore Elite' when 2 then 'Commodore Plus'
        when 3 then 'Commodore' when 4 then 'Anchor' end, null, i % 5 > 0, i % 3 > 0, i % 20 > 0, null, null
    from range(1, ${fans + 1}) r (i)`);
  await run(`insert into landing.dim_product select i, 'P' || i, 'Product ' || i,
    case i % 6 when 0 then 'Ticket' when 1 then 'Merch' when 2 then 'F&B' when 3 then 'Donation' when 4 then 'Learning' else 'Other' end,
    null, null, 1, 2 from range(1, 61) r (i)`);
  for (const { table, rowsPerFan, columns } of FACTS) {
    await run(`insert into landing.${table}
      with activity as (
        select fan_sk, least(power(1 - ${uniform('activity', 'fan_sk')}, -1 / 1.5), 60) / ${MEAN_ACTIVITY} as weight
        from landing.dim_fan
      ), counted as (
        select fan_sk, cast(floor(weight * ${rowsPerFan} + ${uniform(table, 'fan_sk')}) as bigint) as row_count from activity
      ), expanded as (
        select fan_sk, unnest(range(row_count)) as n from counted
      ), drawn as (
        select fan_sk, n, ${uniform(`${table}1`, 'fan_sk', 'n')} as u1, ${uniform(`${table}2`, 'fan_sk', 'n')} as u2,
          cast('${asOf}' as date) - cast(floor(${HISTORY_DAYS} * ${uniform(`${table}3`, 'fan_sk', 'n')}) as integer) as day
        from expanded
      ), ordered as (select * from drawn order by day)
      select row_number() over () as sk, fan_sk, cast(strftime(day, '%Y%m%d') as bigint), ${columns} from ordered`);
  }
}
