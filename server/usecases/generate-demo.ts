import { WonderError } from '../domain/errors.ts';
import { landingTableNames } from '../domain/landing-tables.ts';
import { addDays } from '../domain/run.ts';
import type { SqlFiles, SqlProject, VarValue } from '../modeling/project.ts';
import type { Warehouse, WarehouseSession } from '../ports/warehouse.ts';
import { markAsDemo, prepareDemoMark, type TableCounts } from './landing-origin.ts';
import { calendarSql, landingSchema, renderLandingScript } from './landing-scripts.ts';

const FOLDER = 'setup/demo';
/** The schema of the tables that only live while the data is made. */
const WORK_SCHEMA = 'demo_work';
const WORK = ['work_events', 'work_day_weights', 'work_rhythm', 'work_slots', 'work_fans'];
const DIMENSIONS = ['dim_fan', 'dim_event', 'dim_product', 'dim_campaign'];
const FACTS = [
  'fact_engagement',
  'fact_spend',
  'fact_attendance',
  'fact_loyalty',
  'fact_sentiment',
  'fact_hospitality',
  'fact_advocacy',
];
const EARLIER_SPEND = 'fact_spend_earlier';
const PERIOD_DAYS = 28;
/** Fans times periods in one statement: enough to be worth its planning, little enough for any memory. */
const STATEMENT_SIZE = 60_000;

/** Most fans that the demo's row numbers have room for. */
export const DEMO_FANS_LIMIT = 9_000_000;

export interface DemoDeps {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
  readonly files: SqlFiles;
}

export interface DemoInput {
  readonly fans: number;
  /** The same seed, fans, days and date give the same rows. */
  readonly seed: number;
  /** The last day of the data, ISO. */
  readonly asOf: string;
  /** Days of history, the last one included. */
  readonly days: number;
  /** Whether members of longer standing also bought before: then lifetime values do not begin with the history. */
  readonly earlierSpend?: boolean;
  /** Deletes the scores too: those of other invented people would stand in one history with the new. */
  readonly clearScores?: boolean;
  readonly signal?: AbortSignal;
  /** Steps done and steps in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Fills the landing tables with invented fans and their history, oldest first, replacing what is there, all
 * or nothing. Rejects with `warehouse_failed`, `warehouse_unavailable` or `cancelled`.
 */
export async function generateDemo(deps: DemoDeps, input: DemoInput): Promise<TableCounts> {
  const { warehouse } = deps;
  const scripts = new DemoScripts(deps, input);
  const periods = Math.ceil(input.days / PERIOD_DAYS);
  const stride = Math.max(1, Math.floor(STATEMENT_SIZE / input.fans));
  const steps = new Steps(
    WORK.length + Math.ceil(periods / stride) + (input.earlierSpend === true ? 4 : 3),
    input,
  );
  const work = workSchema(warehouse);
  await warehouse.execute({ sql: `drop schema if exists ${work} cascade` });
  try {
    await warehouse.execute({ sql: `create schema ${work}` });
    await prepareDemoMark(deps);
    for (const name of WORK) {
      await steps.run(() => warehouse.execute({ sql: scripts.one(name) }, scripts.options));
    }
    return await warehouse.transaction(async (session) => {
      if (input.clearScores === true) await clearScores(session, deps.project);
      await steps.run(() => fillDimensions(session, scripts));
      for (let end = periods; end > 0; end -= stride) {
        const span = [Math.max(0, end - stride), end] as const;
        await steps.run(() => fillPeriods(session, scripts, span));
      }
      if (input.earlierSpend === true) {
        await steps.run(() =>
          session.execute({ sql: scripts.one(EARLIER_SPEND) }, scripts.options),
        );
      }
      await steps.run(() => soil(session, scripts));
      await steps.run(() => fillCalendar(session, scripts));
      return await markAsDemo(session, { project: deps.project, input });
    });
  } finally {
    await warehouse.execute({ sql: `drop schema if exists ${work} cascade` });
  }
}

/** The demo's scripts, each rendered once. */
class DemoScripts {
  readonly schema: string;
  readonly input: DemoInput;
  readonly calendar: string;
  readonly options: { signal?: AbortSignal };
  readonly #deps: DemoDeps;
  readonly #macros: string;
  readonly #vars: Readonly<Record<string, VarValue>>;
  readonly #rendered = new Map<string, string>();

  constructor(deps: DemoDeps, input: DemoInput) {
    const { fans, seed, asOf, days, signal } = input;
    this.schema = landingSchema(deps.project);
    this.input = input;
    this.calendar = calendarSql(deps);
    this.options = signal === undefined ? {} : { signal };
    this.#deps = deps;
    // On one line, so that a mistake is named with the script's own line.
    this.#macros = (deps.files.get(`${FOLDER}/macros.sql`) ?? '').replaceAll('\n', ' ');
    this.#vars = { fans, seed, as_of: asOf, days, work: workSchema(deps.warehouse) };
  }

  /** A script that is one statement. */
  one(name: string): string {
    const known = this.#rendered.get(name);
    if (known !== undefined) return known;
    const path = `${FOLDER}/${name}.sql`;
    const sql = renderLandingScript(this.#deps, { path, vars: this.#vars, macros: this.#macros });
    this.#rendered.set(name, sql);
    return sql;
  }

  /** A script of several statements. */
  several(name: string): string[] {
    return this.one(name).split(/;\s*\n/);
  }
}

class Steps {
  readonly #total: number;
  readonly #input: DemoInput;
  #done = 0;

  constructor(total: number, input: DemoInput) {
    this.#total = total;
    this.#input = input;
  }

  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.#input.signal?.aborted) {
      throw new WonderError('cancelled', { detail: 'Making demo data was cancelled.' });
    }
    await work();
    this.#done += 1;
    this.#input.onProgress?.(this.#done, this.#total);
  }
}

function workSchema({ scratch }: Warehouse): string {
  return scratch === null ? WORK_SCHEMA : `${scratch.database}.${WORK_SCHEMA}`;
}

async function clearScores(session: WarehouseSession, project: SqlProject): Promise<void> {
  const schema = String(project.vars.analytics_schema);
  const tables = await session.query({
    sql: `select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'
      and (table_name like 'mart^_%' escape '^' or table_name in ('score_runs', 'score_run_stages', 'insight_feedback'))`,
    binds: [schema],
  });
  for (const { table_name } of tables) {
    await session.execute({ sql: `delete from ${schema}.${table_name}` });
  }
}

async function fillDimensions(session: WarehouseSession, scripts: DemoScripts): Promise<void> {
  for (const table of landingTableNames()) {
    await session.execute({ sql: `delete from ${scripts.schema}.${table}` });
  }
  for (const name of DIMENSIONS) await session.execute({ sql: scripts.one(name) }, scripts.options);
}

async function fillPeriods(
  session: WarehouseSession,
  scripts: DemoScripts,
  span: readonly [first: number, end: number],
): Promise<void> {
  for (const name of FACTS) {
    await session.execute({ sql: scripts.one(name), binds: span }, scripts.options);
  }
}

async function soil(session: WarehouseSession, scripts: DemoScripts): Promise<void> {
  for (const sql of scripts.several('dirty')) await session.execute({ sql }, scripts.options);
}

async function fillCalendar(session: WarehouseSession, scripts: DemoScripts): Promise<void> {
  const { asOf, days } = scripts.input;
  const longest = scripts.input.earlierSpend === true ? 3 * days : days;
  const first = Number(addDays(asOf, 1 - longest).slice(0, 4)) - 1;
  const last = Number(asOf.slice(0, 4)) + 1;
  await session.execute({ sql: scripts.calendar, binds: [`${first}-01-01`, `${last}-12-31`] });
}
