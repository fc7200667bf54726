import { landingTableNames } from '../domain/landing-tables.ts';
import { isCalendarDay } from '../domain/run.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import { landingSchema } from './landing-scripts.ts';

/** More impossible days than this above the newest real one is not dirt but another format. */
const LOOKED_AT = 400;

function isoDay(dateKey: number): string {
  const text = String(dateKey);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The newest day up to a limit on which any fact lies; undefined without facts. */
export async function findNewestFactDay(
  { warehouse, project }: { readonly warehouse: Warehouse; readonly project: SqlProject },
  upTo: string,
): Promise<string | undefined> {
  const facts = landingTableNames().filter((table) => table.startsWith('fact_'));
  const days = facts.map(
    (table) => `select distinct date_key from ${landingSchema(project)}.${table}`,
  );
  const rows = await warehouse.query({
    sql: `select distinct f.date_key from (${days.join(' union all ')}) as f
      where f.date_key <= ? order by f.date_key desc nulls last limit ${LOOKED_AT}`,
    binds: [Number(upTo.replaceAll('-', ''))],
  });
  return rows.map((row) => isoDay(Number(row.date_key))).find(isCalendarDay);
}
