import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type {
  Statement,
  StatementOptions,
  Warehouse,
  WarehouseRow,
  WarehouseSession,
} from '../../ports/warehouse.ts';
import { fromDuckDbError, fromOpenError, notADatabase } from './duckdb-errors.ts';
import { DuckDbSession } from './duckdb-session.ts';

const SCRATCH = 'scratch';
const MEMORY = ':memory:';

export interface DuckDbOptions {
  /** A file, or ':memory:'. */
  readonly path: string;
  /** As DuckDB writes it: '2GB'. Default: the engine's own. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Where larger-than-memory work spills; default beside the file. */
  readonly tempDirectory?: string;
  /** No files, no network, no further settings: for a process that only serves. */
  readonly lockDown?: boolean;
}

function engineConfig(options: DuckDbOptions): Record<string, string> {
  return {
    allow_community_extensions: 'false',
    autoinstall_known_extensions: 'false',
    // Snowflake's order of nulls, as a second net under the explicit "nulls first/last".
    default_null_order: 'nulls_last_on_asc_first_on_desc',
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.tempDirectory === undefined ? {} : { temp_directory: options.tempDirectory }),
    ...(options.lockDown ? { enable_external_access: 'false', lock_configuration: 'true' } : {}),
  };
}

/**
 * Opens the embedded engine. Rejects with `database_held` where another process has the file, with
 * `warehouse_unavailable` where the file is no database.
 */
export async function openDuckDb(options: DuckDbOptions): Promise<Warehouse> {
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(options.path, engineConfig(options));
  } catch (error) {
    throw fromOpenError(error, options.path);
  }
  const { home, inMemory } = await attachScratch(instance);
  if (inMemory && options.path !== MEMORY) {
    // A CSV, JSON or Parquet file: DuckDB makes a view on it in memory, where nothing would be kept.
    instance.closeSync();
    throw notADatabase(options.path);
  }
  return new DuckDbWarehouse(instance, home);
}

/** Adds the scratch database; answers how its views must name the one that was opened, and where that is. */
async function attachScratch(
  instance: DuckDBInstance,
): Promise<{ readonly home: string; readonly inMemory: boolean }> {
  const connection = await instance.connect();
  try {
    const session = new DuckDbSession(connection);
    await session.execute({ sql: `attach if not exists '${MEMORY}' as ${SCRATCH}` });
    const [row] = await session.query({
      sql: 'select database_name, path from duckdb_databases() where database_name = current_database()',
    });
    const home = `"${String(row?.database_name).replaceAll('"', '""')}"`;
    return { home, inMemory: row?.path === null };
  } finally {
    // A connection left open would keep the file locked after close.
    connection.closeSync();
  }
}

class DuckDbWarehouse implements Warehouse {
  readonly engine = 'duckdb';
  readonly singleProcess = true;
  readonly scratch: Warehouse['scratch'];
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];

  constructor(instance: DuckDBInstance, home: string) {
    this.#instance = instance;
    this.scratch = { database: SCRATCH, home };
  }

  async query(statement: Statement, options?: StatementOptions): Promise<WarehouseRow[]> {
    return await this.#withConnection((c) => new DuckDbSession(c).query(statement, options));
  }

  async execute(statement: Statement, options?: StatementOptions): Promise<number> {
    return await this.#withConnection((c) => new DuckDbSession(c).execute(statement, options));
  }

  async *stream(
    statement: Statement,
    options?: StatementOptions,
  ): AsyncGenerator<WarehouseRow[], void, undefined> {
    const connection = await this.#take();
    try {
      yield* new DuckDbSession(connection).stream(statement, options);
    } finally {
      // A stream may be left half-read: its connection is not used again.
      connection.closeSync();
    }
  }

  async transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T> {
    return await this.#withConnection(async (connection) => {
      const plain = new DuckDbSession(connection);
      await plain.execute({ sql: 'begin transaction' });
      try {
        const answer = await work(new DuckDbSession(connection, true));
        await plain.execute({ sql: 'commit' });
        return answer;
      } catch (error) {
        // After a run-time error DuckDB's commit would silently drop the work, so never commit here.
        await plain.execute({ sql: 'rollback' }).catch(() => undefined);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
  }

  async #take(): Promise<DuckDBConnection> {
    try {
      return this.#idle.pop() ?? (await this.#instance.connect());
    } catch (error) {
      throw fromDuckDbError(error);
    }
  }

  async #withConnection<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await work(connection);
    } finally {
      this.#idle.push(connection);
    }
  }
}
