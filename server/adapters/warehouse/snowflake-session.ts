import type { Bind, Connection, FileAndStageBindStatement, RowStatement } from 'snowflake-sdk';
import { WonderError } from '../../domain/errors.ts';
import type {
  Statement,
  StatementOptions,
  WarehouseRow,
  WarehouseSession,
} from '../../ports/warehouse.ts';
import { rowReader } from './snowflake-cells.ts';
import { refuseDefinition } from './snowflake-ddl.ts';
import { fromSnowflakeError } from './snowflake-errors.ts';
import {
  type SnowflakeOptions,
  STATEMENT_SECONDS,
  sessionParameters,
} from './snowflake-options.ts';

const GRACE_SECONDS = 15;
/** How long a cancelled statement may take to end before its session is given up too. */
const SETTLE_MS = 3000;
const STREAM_BATCH = 1000;

type SessionOptions = Pick<SnowflakeOptions, 'statementSeconds' | 'graceSeconds'>;

interface Finished {
  readonly statement: RowStatement | FileAndStageBindStatement;
  readonly rows: readonly unknown[];
}

function cancelled(cause?: unknown): WonderError {
  return new WonderError('cancelled', { detail: 'The statement was cancelled.', cause });
}

/** Statements in one session of the driver, one after another. */
export class SnowflakeSession implements WarehouseSession {
  readonly #connection: Connection;
  readonly #options: SessionOptions;
  #settled: Promise<boolean> = Promise.resolve(true);
  #inTransaction = false;

  constructor(connection: Connection, options: SessionOptions = {}) {
    this.#connection = connection;
    this.#options = options;
  }

  /** Whether the session is free again; false where a statement that was given up on may still be running. */
  async settled(): Promise<boolean> {
    return await this.#settled;
  }

  async query(statement: Statement, options: StatementOptions = {}): Promise<WarehouseRow[]> {
    const { statement: done, rows } = await this.#run(statement, options, false);
    return this.#read(done, rows);
  }

  async execute(statement: Statement, options: StatementOptions = {}): Promise<number> {
    const { statement: done } = await this.#run(statement, options, false);
    return Math.max(0, done.getNumUpdatedRows() ?? 0);
  }

  async *stream(
    statement: Statement,
    options: StatementOptions = {},
  ): AsyncGenerator<WarehouseRow[], void, undefined> {
    const { statement: done } = await this.#run(statement, options, true);
    const rows = done.streamRows();
    const stop = () => rows.destroy(cancelled());
    options.signal?.addEventListener('abort', stop, { once: true });
    try {
      const read = rowReader(done.getColumns() ?? []);
      let batch: WarehouseRow[] = [];
      for await (const row of rows) {
        batch.push(read(row));
        if (batch.length < STREAM_BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    } catch (error) {
      throw fromSnowflakeError(error);
    } finally {
      options.signal?.removeEventListener('abort', stop);
      rows.destroy();
    }
  }

  /** All or nothing; DDL inside is refused, because Snowflake would commit on it. */
  async transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T> {
    await this.execute({ sql: 'begin transaction' });
    this.#inTransaction = true;
    try {
      const answer = await work(this);
      await this.execute({ sql: 'commit' });
      return answer;
    } catch (error) {
      // A session that does not come free is closed, which rolls back.
      if (await this.#settled) await this.execute({ sql: 'rollback' }).catch(() => undefined);
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  #read(statement: RowStatement, rows: readonly unknown[]): WarehouseRow[] {
    const read = rowReader(statement.getColumns() ?? []);
    return rows.map((row) => read(Array.isArray(row) ? row : []));
  }

  /** Runs to the end, to the deadline or to the signal, whichever comes first. */
  async #run(
    { sql, binds = [] }: Statement,
    { signal, tag, timeoutSeconds }: StatementOptions,
    streamResult: boolean,
  ): Promise<Finished> {
    if (signal?.aborted) throw cancelled(signal.reason);
    if (this.#inTransaction) refuseDefinition(sql);
    const seconds = timeoutSeconds ?? this.#options.statementSeconds ?? STATEMENT_SECONDS;
    let giveUp: ((error: WonderError) => void) | undefined;
    let ended: (() => void) | undefined;
    const stop = () => giveUp?.(cancelled(signal?.reason));
    const deadline = setTimeout(
      () =>
        giveUp?.(
          new WonderError('warehouse_unavailable', {
            detail: `Snowflake did not answer within ${seconds} seconds.`,
            retryAfter: 30,
          }),
        ),
      (seconds + (this.#options.graceSeconds ?? GRACE_SECONDS)) * 1000,
    );
    try {
      return await new Promise<Finished>((resolve, reject) => {
        const running = this.#connection.execute({
          sqlText: sql,
          binds: binds.map((value): Bind => value),
          rowMode: 'array',
          streamResult,
          parameters: { ...sessionParameters({ tag, timeoutSeconds: seconds }) },
          complete: (error, statement, rows) => {
            ended?.();
            if (error) reject(fromSnowflakeError(error));
            else resolve({ statement, rows: rows ?? [] });
          },
        });
        giveUp = (error) => {
          this.#settled = new Promise((resolve) => {
            const doubtful = setTimeout(() => resolve(false), SETTLE_MS);
            ended = () => {
              clearTimeout(doubtful);
              resolve(true);
            };
          });
          // Whoever asked does not wait for the end of it: the network may be what is broken.
          running.cancel(() => undefined);
          reject(error);
        };
        signal?.addEventListener('abort', stop, { once: true });
      });
    } catch (error) {
      throw fromSnowflakeError(error);
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
    }
  }
}
