import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  StatementType,
} from '@duckdb/node-api';
import { WonderError } from '../../domain/errors.ts';
import type {
  Statement,
  StatementOptions,
  WarehouseRow,
  WarehouseSession,
} from '../../ports/warehouse.ts';
import { toBind, toCell } from './duckdb-cells.ts';
import { fromDuckDbError } from './duckdb-errors.ts';

const DDL: ReadonlySet<StatementType> = new Set([
  StatementType.CREATE,
  StatementType.CREATE_FUNC,
  StatementType.DROP,
  StatementType.ALTER,
]);

async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const interrupt = () => connection.interrupt();
  signal?.throwIfAborted();
  signal?.addEventListener('abort', interrupt);
  try {
    return await work();
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

/** Statements on one connection. `inTransaction` refuses DDL: Snowflake would commit on it. */
export class DuckDbSession implements WarehouseSession {
  readonly #connection: DuckDBConnection;
  readonly #inTransaction: boolean;

  constructor(connection: DuckDBConnection, inTransaction = false) {
    this.#connection = connection;
    this.#inTransaction = inTransaction;
  }

  async query(statement: Statement, options: StatementOptions = {}): Promise<WarehouseRow[]> {
    return await this.#prepared(statement, options, async (prepared) => {
      const result = await prepared.run();
      return await result.convertRowObjects(toCell);
    });
  }

  async execute(statement: Statement, options: StatementOptions = {}): Promise<number> {
    return await this.#prepared(statement, options, async (prepared) => {
      const result = await prepared.run();
      return result.rowsChanged;
    });
  }

  /** The connection runs nothing else while a stream is open: a second statement would end it. */
  async *stream(
    statement: Statement,
    options: StatementOptions = {},
  ): AsyncGenerator<WarehouseRow[], void, undefined> {
    const interrupt = () => this.#connection.interrupt();
    options.signal?.addEventListener('abort', interrupt);
    try {
      const prepared = await this.#prepare(statement);
      const result = await prepared.stream();
      for await (const rows of result.yieldConvertedRowObjects(toCell)) {
        if (rows.length > 0) yield rows;
      }
      // An interrupted stream may end like one that was read to its end.
      options.signal?.throwIfAborted();
    } catch (error) {
      throw asCancelled(error, options.signal);
    } finally {
      options.signal?.removeEventListener('abort', interrupt);
    }
  }

  async #prepare({ sql, binds = [] }: Statement): Promise<DuckDBPreparedStatement> {
    const prepared = await this.#connection.prepare(sql);
    if (this.#inTransaction && DDL.has(prepared.statementType)) {
      throw new WonderError('warehouse_failed', {
        detail: 'A statement that defines tables is not allowed inside a transaction.',
      });
    }
    prepared.bind(binds.map(toBind));
    return prepared;
  }

  async #prepared<T>(
    statement: Statement,
    { signal }: StatementOptions,
    run: (prepared: DuckDBPreparedStatement) => Promise<T>,
  ): Promise<T> {
    let prepared: DuckDBPreparedStatement | undefined;
    try {
      return await interruptible(this.#connection, signal, async () => {
        prepared = await this.#prepare(statement);
        return await run(prepared);
      });
    } catch (error) {
      throw asCancelled(error, signal);
    } finally {
      prepared?.destroySync();
    }
  }
}

function asCancelled(error: unknown, signal: AbortSignal | undefined): WonderError {
  if (error instanceof WonderError) return error;
  if (signal?.aborted) {
    return new WonderError('cancelled', { detail: 'The statement was cancelled.', cause: error });
  }
  return fromDuckDbError(error);
}
