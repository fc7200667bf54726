import type { Warehouse, WarehouseRow } from '../../server/ports/warehouse.ts';

const SCOPES: Readonly<Record<string, string>> = {
  athletics: 'd.primary_sport is not null',
  alumni: "d.primary_affiliation = 'Alumni'",
  marketing: 'f.marketing_opt_in',
};

const isText = (column: string) => (value: string | null) =>
  value === null ? `${column} is null` : `${column} = '${value.replaceAll("'", "''")}'`;
const isKnown = (column: string) => () => `${column} is not null`;

/** What each filter of an insight's evidence asks of a fan. */
const FILTERS: Readonly<Record<string, (value: string | null) => string>> = {
  primary_sport: isText('d.primary_sport'),
  primary_affiliation: isText('d.primary_affiliation'),
  loyalty_tier: isText('d.loyalty_tier'),
  segment: (value) =>
    `d.fan_sk in (select m.fan_sk from analytics.mart_segment_members as m
      where m.run_id = d.run_id and m.segment = '${value}')`,
  churn_risk_level: isText('e.churn_risk_level'),
  marketing_opt_in: (value) => `f.marketing_opt_in = ${value}`,
  gdpr_consent: (value) => `f.gdpr_consent = ${value}`,
  min_score: (value) => `d.wonder_score >= ${value}`,
  max_revenue: (value) => `i.revenue <= ${value}`,
  hostings: (value) => `i.hostings = ${value}`,
  hospitality_experience_score: isKnown('e.hospitality_experience_score'),
  digital_affinity_score: isKnown('e.digital_affinity_score'),
  revenue_efficiency_score: isKnown('e.revenue_efficiency_score'),
};

/** How many fans of its department meet the filters of a stored insight, counted from the scores of its run. */
export async function countInsightFans(
  warehouse: Warehouse,
  insight: WarehouseRow,
  filters: Readonly<Record<string, string | null>>,
): Promise<number> {
  const asked = Object.entries(filters).map(([name, value]) => {
    const condition = FILTERS[name];
    if (condition === undefined) throw new Error(`an unknown filter: ${name}`);
    return condition(value);
  });
  const [row] = await warehouse.query({
    sql: `select count(*) as fans from analytics.mart_wonderscore_daily as d
      inner join analytics.mart_wonderscore_extended as e on e.run_id = d.run_id and e.fan_sk = d.fan_sk
      inner join analytics.mart_score_inputs as i on i.run_id = d.run_id and i.fan_sk = d.fan_sk
      inner join (
        select fan_sk, bool_and(coalesce(marketing_opt_in, false)) as marketing_opt_in,
          bool_and(coalesce(gdpr_consent, false)) as gdpr_consent
        from landing.dim_fan group by fan_sk
      ) as f on f.fan_sk = d.fan_sk
      where ${[`d.run_id = '${insight.run_id}'`, SCOPES[String(insight.department)] ?? 'true', ...asked].join(' and ')}`,
  });
  return Number(row?.fans);
}
