import { dateKey, dayOfKey } from '../domain/date-key.ts';
import { landingTableNames } from '../domain/landing-tables.ts';
import { isCalendarDay } from '../domain/run.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { ReadableWarehouse } from '../ports/readable-warehouse.ts';
import { landingSchema } from './landing-scripts.ts';

/** More impossible days than this above the newest real one is not dirt but another format. */
const LOOKED_AT = 400;

interface Asked {
  readonly upTo: string;
  /** Default: all of facts. */
  readonly tables?: readonly string[];
  readonly signal?: AbortSignal;
}

/** The newest day up to a limit on which any fact lies; undefined without facts. */
export async function findNewestFactDay(
  { warehouse, project }: { readonly warehouse: ReadableWarehouse; readonly project: SqlProject },
  { upTo, tables, signal }: Asked,
): Promise<string | undefined> {
  const facts = tables ?? landingTableNames().filter((table) => table.startsWith('fact_'));
  const days = facts.map(
    (table) => `select distinct date_key from ${landingSchema(project)}.${table}`,
  );
  const rows = await warehouse.query(
    {
      sql: `select distinct f.date_key from (${days.join(' union all ')}) as f
        where f.date_key <= ? order by f.date_key desc nulls last limit ${LOOKED_AT}`,
      binds: [dateKey(upTo)],
    },
    signal === undefined ? {} : { signal },
  );
  return rows.map((row) => dayOfKey(Number(row.date_key))).find(isCalendarDay);
}
