import { landingColumns, landingTableNames } from '../../domain/landing-tables.ts';
import type { WarehouseSession } from '../../ports/warehouse.ts';

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

/**
 * Adds to dim_date the days that the facts use, in whole years and with a year around them. Days that
 * are there already stay as they are. Returns how many were added.
 */
export async function deriveDays(
  session: WarehouseSession,
  { schema, calendarSql }: { schema: string; calendarSql: string },
): Promise<number> {
  const [bounds] = await session.query({
    sql: `select min(date_key) // 10000 as first_year, max(date_key) // 10000 as last_year
      from (${factDays(schema)})
      where date_key between ${FIRST_YEAR}0101 and ${LAST_YEAR}1231
        and try_strptime(cast(date_key as varchar), '%Y%m%d') is not null`,
  });
  if (typeof bounds?.first_year !== 'number' || typeof bounds.last_year !== 'number') return 0;
  return await session.execute({
    sql: calendarSql,
    binds: [`${bounds.first_year - 1}-01-01`, `${bounds.last_year + 1}-12-31`],
  });
}
