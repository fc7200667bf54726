import { daysBetween } from '../../domain/days-between.ts';
import { landingColumns, landingTableNames } from '../../domain/landing-tables.ts';
import type { WarehouseRow, WarehouseSession } from '../../ports/warehouse.ts';

/** Facts dated by mistake in the year 9999 must not ask for three million days. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

function factDays(schema: string): string {
  return landingTableNames()
    .filter((table) => table.startsWith('fact_'))
    .filter((table) => landingColumns(table).some(({ name }) => name === 'date_key'))
    .map((table) => `select distinct date_key from ${schema}.${table}`)
    .join(' union all ');
}

/** The columns first_year and last_year: of all possible days among the keys. */
export function factYears(key: string): string {
  const possible = `case when ${key} between ${FIRST_YEAR}0101 and ${LAST_YEAR}1231
        and try_strptime(cast(${key} as varchar), '%Y%m%d') is not null then ${key} end`;
  return `min(${possible}) // 10000 as first_year, max(${possible}) // 10000 as last_year`;
}

/** Whole years, with a year around them: the first and the last day; undefined without a possible day. */
function boundsOf(years: readonly WarehouseRow[]): readonly [string, string] | undefined {
  const known = years.flatMap(({ first_year, last_year }) =>
    typeof first_year === 'number' && typeof last_year === 'number' ? [first_year, last_year] : [],
  );
  if (known.length === 0) return undefined;
  return [`${Math.min(...known) - 1}-01-01`, `${Math.max(...known) + 1}-12-31`];
}

/** How many days an empty dim_date would get for facts of these years. */
export function countDays(years: readonly WarehouseRow[]): number {
  const bounds = boundsOf(years);
  return bounds === undefined ? 0 : daysBetween(...bounds) + 1;
}

/**
 * Adds to dim_date the days that the facts use, in whole years and with a year around them. Days that
 * are there already stay as they are. Returns how many were added.
 */
export async function deriveDays(
  session: WarehouseSession,
  { schema, calendarSql }: { schema: string; calendarSql: string },
): Promise<number> {
  const years = await session.query({
    sql: `select ${factYears('date_key')} from (${factDays(schema)})`,
  });
  const bounds = boundsOf(years);
  return bounds === undefined ? 0 : await session.execute({ sql: calendarSql, binds: bounds });
}
