import { landingColumns, landingTableNames } from '../../domain/landing-tables.ts';
import { isCalendarDay } from '../../domain/run.ts';
import type { Warehouse, WarehouseSession } from '../../ports/warehouse.ts';
import { insertRows } from './snowflake-transfer.ts';

/** As for the local engine: a fact dated in the year 9999 must not ask for three million days. */
const FIRST_KEY = 19_900_101;
const LAST_KEY = 21_001_231;

interface DayPlaces {
  readonly session: WarehouseSession;
  /** An engine that can make days; its tables of events and days are overwritten. */
  readonly local: Warehouse;
  readonly schema: string;
  readonly calendarSql: string;
}

function asDay(key: unknown): string {
  return String(key).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** Years of the facts' days, impossible days left out. */
async function factYears({ session, schema }: DayPlaces): Promise<number[]> {
  const facts = landingTableNames()
    .filter((table) => table.startsWith('fact_'))
    .filter((table) => landingColumns(table).some(({ name }) => name === 'date_key'))
    .map((table) => `select distinct date_key from ${schema}.${table}`);
  const rows = await session.query({
    sql: `select distinct d.date_key from (${facts.join(' union all ')}) as d
      where d.date_key between ${FIRST_KEY} and ${LAST_KEY}`,
  });
  const days = rows.map((row) => asDay(row.date_key)).filter(isCalendarDay);
  return days.map((day) => Number(day.slice(0, 4)));
}

/** Adds to dim_date the days that the facts use, made by the local engine; answers how many. */
export async function deriveSnowflakeDays(places: DayPlaces): Promise<number> {
  const { session, local, schema, calendarSql } = places;
  const years = await factYears(places);
  if (years.length === 0) return 0;
  const games = await session.query({
    sql: `select distinct event_date from ${schema}.dim_event where event_type = 'Game' and event_date is not null`,
  });
  await local.execute({ sql: `delete from ${schema}.dim_event` });
  for (const { event_date } of games) {
    await local.execute({
      sql: `insert into ${schema}.dim_event (event_type, event_date) select 'Game', cast(? as date)`,
      binds: [event_date ?? null],
    });
  }
  await local.execute({ sql: `delete from ${schema}.dim_date` });
  const first = years.reduce((a, b) => Math.min(a, b)) - 1;
  const last = years.reduce((a, b) => Math.max(a, b)) + 1;
  await local.execute({ sql: calendarSql, binds: [`${first}-01-01`, `${last}-12-31`] });
  const made = await local.query({ sql: `select * from ${schema}.dim_date order by date_key` });
  const known = await session.query({ sql: `select date_key from ${schema}.dim_date` });
  const present = new Set(known.map((row) => row.date_key));
  const rows = made.filter((row) => !present.has(row.date_key ?? null));
  return await insertRows(session, { schema, table: 'dim_date', rows });
}
