import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LandingTableName } from '../../domain/landing-tables.ts';
import type {
  LandingLoader,
  LandingOutcome,
  LandingRequest,
  LoadedTable,
} from '../../ports/landing-loader.ts';
import type { Warehouse, WarehouseSession } from '../../ports/warehouse.ts';
import { openDuckDb } from './duckdb.ts';
import { DuckDbLandingLoader } from './duckdb-landing-loader.ts';
import { literal } from './duckdb-literals.ts';
import { deriveSnowflakeDays } from './snowflake-landing-days.ts';
import { expectRows, insertRows, localRows } from './snowflake-transfer.ts';

/** Runs work in one session, so that a temporary stage lives as long as it is needed. */
type InSession = <T>(work: (session: StageSession) => Promise<T>) => Promise<T>;

interface StageSession extends WarehouseSession {
  transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T>;
}

export interface SnowflakeLandingOptions {
  readonly warehouse: Warehouse;
  /** Where PUT and COPY work; without it rows are inserted. */
  readonly inSession?: InSession;
  readonly schema: string;
  /** `sql/setup/calendar/dim_date.sql`, for the local engine. */
  readonly calendarSql: string;
  /** Definitions of the landing tables, for the local engine. */
  readonly landingSql: readonly string[];
}

interface Staged {
  readonly local: Warehouse;
  readonly folder: string;
  readonly outcome: LandingOutcome;
}

function stageOf(schema: string, table: LandingTableName): string {
  return `${schema}.wonder_load_${table}`;
}

/**
 * Loads into Snowflake what the local engine has read, checked and typed: the same refusals by file and
 * line as everywhere, and then all tables in one transaction.
 */
export class SnowflakeLandingLoader implements LandingLoader {
  readonly #options: SnowflakeLandingOptions;

  constructor(options: SnowflakeLandingOptions) {
    this.#options = options;
  }

  async list(directory: string): Promise<readonly string[]> {
    return await new DuckDbLandingLoader(this.#options).list(directory);
  }

  async load(request: LandingRequest): Promise<LandingOutcome> {
    const folder = await mkdtemp(join(tmpdir(), 'wonder-load-'));
    const local = await openDuckDb({ path: join(folder, 'local_copy.duckdb') });
    try {
      const outcome = await this.#readLocally(local, request);
      if (outcome.problemCount > 0 || request.dryRun) return outcome;
      const staged = { local, folder, outcome };
      const { inSession, warehouse } = this.#options;
      const derivedDays =
        inSession === undefined
          ? await warehouse.transaction((session) =>
              this.#fill(session, { staged, request, transfer: this.#insert(local) }),
            )
          : await inSession((session) => this.#byStage(session, staged, request));
      return { ...outcome, derivedDays };
    } finally {
      await local.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #readLocally(local: Warehouse, request: LandingRequest): Promise<LandingOutcome> {
    const { landingSql, schema, calendarSql } = this.#options;
    for (const sql of landingSql) await local.execute({ sql });
    const loader = new DuckDbLandingLoader({ warehouse: local, schema, calendarSql });
    return await loader.load({ ...request, append: false });
  }

  /** All tables and the days they need, in the transaction of the session. */
  async #fill(session: WarehouseSession, { staged, request, transfer }: Filling): Promise<number> {
    const { schema, calendarSql } = this.#options;
    for (const loaded of staged.outcome.loaded) {
      request.onTable?.(loaded.table, loaded.file);
      if (!request.append) await session.execute({ sql: `delete from ${schema}.${loaded.table}` });
      expectRows(loaded.table, await transfer(session, loaded), loaded.rows);
    }
    if (staged.outcome.loaded.some(({ table }) => table === 'dim_date')) return 0;
    return await deriveSnowflakeDays({ session, local: staged.local, schema, calendarSql });
  }

  #insert(local: Warehouse): Transfer {
    const { schema } = this.#options;
    return async (session, { table }) => {
      let rows = 0;
      for await (const batch of localRows(local, { schema, table })) {
        rows += await insertRows(session, { schema, table, rows: batch });
      }
      return rows;
    };
  }

  /** Files go to temporary stages first: making a stage is DDL and would end the transaction. */
  async #byStage(session: StageSession, staged: Staged, request: LandingRequest): Promise<number> {
    const { schema } = this.#options;
    const tables = staged.outcome.loaded.map(({ table }) => table);
    try {
      for (const table of tables) await this.#put(session, staged, table);
      return await session.transaction((inside) =>
        this.#fill(inside, { staged, request, transfer: (own, loaded) => this.#copy(own, loaded) }),
      );
    } finally {
      for (const table of tables) {
        const sql = `drop stage if exists ${stageOf(schema, table)}`;
        await session.execute({ sql }).catch(() => undefined);
      }
    }
  }

  async #put(
    session: StageSession,
    { local, folder }: Staged,
    table: LandingTableName,
  ): Promise<void> {
    const { schema } = this.#options;
    const files = join(folder, table);
    await mkdir(files);
    await local.execute({
      sql: `copy (select * from ${schema}.${table}) to ${literal(join(files, `${table}.parquet`))} (format parquet)`,
    });
    const stage = stageOf(schema, table);
    await session.execute({ sql: `create or replace temporary stage ${stage}` });
    await session.query({
      sql: `put ${literal(`file://${join(files, `${table}.parquet`)}`)} @${stage} AUTO_COMPRESS=FALSE OVERWRITE=TRUE`,
    });
  }

  async #copy(session: WarehouseSession, { table }: LoadedTable): Promise<number> {
    const { schema } = this.#options;
    const files = await session.query({
      sql: `copy into ${schema}.${table} from @${stageOf(schema, table)}
        FILE_FORMAT = (TYPE = PARQUET USE_LOGICAL_TYPE = TRUE)
        MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE ON_ERROR = ABORT_STATEMENT`,
    });
    return files.reduce((sum, file) => sum + Number(file.rows_loaded ?? 0), 0);
  }
}

type Transfer = (session: WarehouseSession, loaded: LoadedTable) => Promise<number>;

interface Filling {
  readonly staged: Staged;
  readonly request: LandingRequest;
  readonly transfer: Transfer;
}
