import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWonderError, WonderError } from '../../domain/errors.ts';
import type { LandingFile } from '../../domain/landing-files.ts';
import type {
  LandingLoader,
  LandingOutcome,
  LandingRequest,
  LoadedTable,
} from '../../ports/landing-loader.ts';
import type { Warehouse, WarehouseRow, WarehouseSession } from '../../ports/warehouse.ts';
import { csvSource } from './duckdb-landing-csv.ts';
import { countDays, deriveDays } from './duckdb-landing-days.ts';
import { checkParquet, parquetSource } from './duckdb-landing-parquet.ts';
import { dryRunSql, insertSql, type LandingSource } from './duckdb-landing-source.ts';
import { checkCsv, ProblemList } from './landing-csv-check.ts';

/** Thrown inside the transaction only to roll it back. */
class WrongData extends Error {}

export interface DuckDbLandingOptions {
  readonly warehouse: Warehouse;
  /** The schema of the landing tables. */
  readonly schema: string;
  /** `sql/setup/calendar/dim_date.sql`. */
  readonly calendarSql: string;
}

/** Loads with the engine's own readers: every file is surveyed first, then all go in together. */
export class DuckDbLandingLoader implements LandingLoader {
  readonly #warehouse: Warehouse;
  readonly #options: DuckDbLandingOptions;

  constructor(options: DuckDbLandingOptions) {
    this.#warehouse = options.warehouse;
    this.#options = options;
  }

  async list(directory: string): Promise<readonly string[]> {
    let names: string[];
    try {
      names = await readdir(directory);
    } catch (cause) {
      throw new WonderError('bad_input_files', {
        detail: `There is no folder ${directory} that can be read.`,
        cause,
      });
    }
    const files = await Promise.all(
      names.map(async (name) => ((await isFile(join(directory, name))) ? [name] : [])),
    );
    return files.flat().sort();
  }

  async load(request: LandingRequest): Promise<LandingOutcome> {
    const problems = new ProblemList();
    const sources = await this.#sources(request, problems);
    if (sources.some((source) => source === undefined)) {
      return await this.#refuse(request);
    }
    const sound = sources.filter((source) => source !== undefined);
    try {
      if (request.dryRun) return await this.#check(sound, request);
      return await this.#warehouse.transaction((session) => this.#fill(session, sound, request));
    } catch (error) {
      if (!isWrongData(error)) throw error;
      return await this.#refuse(request, error);
    }
  }

  async #sources(
    { directory, files }: LandingRequest,
    problems: ProblemList,
  ): Promise<(LandingSource | undefined)[]> {
    const sources: (LandingSource | undefined)[] = [];
    for (const file of files) {
      const path = join(directory, file.name);
      sources.push(
        file.format === 'csv'
          ? await csvSource(path, file)
          : await parquetSource(this.#warehouse, { path, file, problems }),
      );
    }
    return sources;
  }

  async #check(
    sources: readonly LandingSource[],
    { onTable }: LandingRequest,
  ): Promise<LandingOutcome> {
    const loaded: LoadedTable[] = [];
    const years: WarehouseRow[] = [];
    for (const source of sources) {
      onTable?.(source.file.table, source.file.name);
      const [row = {}] = await this.#warehouse.query({ sql: dryRunSql(source) });
      loaded.push(counted(source, Number(row.row_count)));
      years.push(row);
    }
    const derivedDays = bringsDays(sources) ? 0 : countDays(years);
    return { loaded, problems: [], problemCount: 0, derivedDays };
  }

  async #fill(
    session: WarehouseSession,
    sources: readonly LandingSource[],
    { append, onTable }: LandingRequest,
  ): Promise<LandingOutcome> {
    const { schema, calendarSql } = this.#options;
    const loaded: LoadedTable[] = [];
    for (const source of sources) {
      const { table, name } = source.file;
      onTable?.(table, name);
      if (!append) await session.execute({ sql: `delete from ${schema}.${table}` });
      loaded.push(counted(source, await session.execute({ sql: insertSql(source, schema) })));
    }
    const derivedDays = bringsDays(sources)
      ? 0
      : await deriveDays(session, { schema, calendarSql });
    return { loaded, problems: [], problemCount: 0, derivedDays };
  }

  /** Something is wrong somewhere: every file is read again in full, to name all of it at once. */
  async #refuse({ directory, files }: LandingRequest, error?: unknown): Promise<LandingOutcome> {
    const problems = new ProblemList();
    for (const file of files) await this.#diagnose(join(directory, file.name), file, problems);
    if (problems.count === 0) {
      // The engine and the full check disagree: better a bare refusal than rows nobody vouches for.
      throw new WonderError('bad_input_files', {
        detail: 'The database refused these files, although every line of them looks right.',
        cause: error,
      });
    }
    return { loaded: [], problems: problems.shown, problemCount: problems.count, derivedDays: 0 };
  }

  async #diagnose(path: string, file: LandingFile, problems: ProblemList): Promise<void> {
    if (file.format === 'csv') {
      await checkCsv(path, file, problems);
      return;
    }
    const source = await parquetSource(this.#warehouse, { path, file, problems });
    if (source !== undefined) await checkParquet(this.#warehouse, { path, source, problems });
  }
}

function bringsDays(sources: readonly LandingSource[]): boolean {
  return sources.some(({ file }) => file.table === 'dim_date');
}

function counted({ file, expectedRows }: LandingSource, rows: number): LoadedTable {
  if (expectedRows !== undefined && rows !== expectedRows) {
    throw new WrongData(`${file.name}: ${rows} of ${expectedRows} rows arrived`);
  }
  return { table: file.table, file: file.name, rows };
}

/** A statement refused because of the data, unlike one that was cancelled or met a full disk. */
function isWrongData(error: unknown): boolean {
  return error instanceof WrongData || (isWonderError(error) && error.code === 'warehouse_failed');
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
