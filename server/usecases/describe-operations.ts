import { lastCompleteDay } from '../domain/calendar.ts';
import { daysBetween } from '../domain/days-between.ts';
import { landingTableNames } from '../domain/landing-tables.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadableWarehouse } from '../ports/readable-warehouse.ts';
import type { Schedule } from '../ports/schedule.ts';
import { findNewestFactDay } from './find-newest-fact-day.ts';
import type { Publication } from './find-publication.ts';
import { landingSchema } from './landing-scripts.ts';

export interface OperationsDeps {
  readonly warehouse: ReadableWarehouse;
  readonly project: SqlProject;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Undefined: runs are started by hand. */
  readonly schedule: { readonly cron: string; readonly times: Schedule } | undefined;
}

async function describeTable(
  deps: OperationsDeps,
  {
    table,
    today,
    signal,
  }: { readonly table: string; readonly today: string; readonly signal: AbortSignal },
) {
  const name = `${landingSchema(deps.project)}.${table}`;
  const [size] = await deps.warehouse.query(
    { sql: `select count(*) as n from ${name}` },
    { signal },
  );
  const rows = Number(size?.n ?? 0);
  if (!table.startsWith('fact_') || rows === 0) return { rows, newestDay: null };
  const newestDay = await findNewestFactDay(deps, { upTo: today, tables: [table], signal });
  return { rows, newestDay: newestDay ?? null };
}

/** How fresh every landing table is, when the next run is due, and what is published. */
export async function describeOperations(
  deps: OperationsDeps,
  { publication, signal }: { readonly publication: Publication; readonly signal: AbortSignal },
) {
  const { clock, timeZone, schedule } = deps;
  const now = clock.now();
  const lastDay = lastCompleteDay(timeZone, now);
  const sources = await Promise.all(
    landingTableNames()
      .filter((table) => table.startsWith('fact_') || table === 'dim_fan')
      .map(async (table) => {
        const { rows, newestDay } = await describeTable(deps, { table, today: lastDay, signal });
        const late = newestDay === null ? null : daysBetween(newestDay, lastDay);
        return { source_table: table, rows, newest_day: newestDay, days_late: late };
      }),
  );
  const next = schedule?.times.next(now);
  const run = publication.latest;
  return {
    schedule: {
      cron: schedule?.cron ?? null,
      time_zone: timeZone,
      next_run_at: next === undefined ? null : new Date(next).toISOString(),
    },
    last_complete_day: lastDay,
    published:
      run === undefined
        ? null
        : {
            run_id: run.runId,
            score_date: run.scoreDate,
            calculated_at: run.calculatedAt,
            data_as_of: run.dataAsOf,
          },
    sources,
  };
}
