import { isWonderError } from '../../domain/errors.ts';
import type {
  Statement,
  StatementOptions,
  Warehouse,
  WarehouseRow,
  WarehouseSession,
} from '../../ports/warehouse.ts';
import { connectSnowflake } from './snowflake-driver.ts';
import { isSessionOver } from './snowflake-errors.ts';
import type { SnowflakeOptions } from './snowflake-options.ts';
import { SnowflakePool } from './snowflake-pool.ts';
import { SnowflakeSession } from './snowflake-session.ts';

const SESSIONS = 12;

/** Snowflake by its driver: sessions, streams and transactions; Node only. */
export class SnowflakeWarehouse implements Warehouse {
  readonly engine = 'snowflake';
  readonly singleProcess = false;
  readonly scratch = null;
  readonly #options: SnowflakeOptions;
  readonly #pool: SnowflakePool;

  constructor(options: SnowflakeOptions) {
    this.#options = options;
    this.#pool = new SnowflakePool({
      connect: () => connectSnowflake(options),
      size: options.sessions ?? SESSIONS,
    });
  }

  async query(statement: Statement, options?: StatementOptions): Promise<WarehouseRow[]> {
    return await this.#again(() =>
      this.session((session) => session.query(statement, options), options?.signal),
    );
  }

  async execute(statement: Statement, options?: StatementOptions): Promise<number> {
    return await this.#again(() =>
      this.session((session) => session.execute(statement, options), options?.signal),
    );
  }

  async *stream(
    statement: Statement,
    options?: StatementOptions,
  ): AsyncGenerator<WarehouseRow[], void, undefined> {
    const connection = await this.#pool.take(options?.signal);
    const session = new SnowflakeSession(connection, this.#options);
    let isRead = false;
    try {
      yield* session.stream(statement, options);
      isRead = true;
    } finally {
      // A stream may be left half-read: its session is not used again.
      void session.settled().then(() => this.#pool.give(connection, { spent: !isRead }));
    }
  }

  async transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T> {
    let isBegun = false;
    const once = () =>
      this.session((session) =>
        session.transaction((inside) => {
          isBegun = true;
          return work(inside);
        }),
      );
    try {
      return await once();
    } catch (error) {
      if (isBegun || !wasSessionOver(error)) throw error;
      return await once();
    }
  }

  /** One session for statements that belong together, such as those on a temporary stage. */
  async session<T>(
    work: (session: SnowflakeSession) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const connection = await this.#pool.take(signal);
    const session = new SnowflakeSession(connection, this.#options);
    let spent = false;
    try {
      return await work(session);
    } catch (error) {
      spent = wasSessionOver(error);
      throw error;
    } finally {
      void session.settled().then((isFree) => {
        this.#pool.give(connection, { spent: spent || !isFree });
      });
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** A session that ended while it rested refuses without having run anything: once more, in a new one. */
  async #again<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (wasSessionOver(error)) return await work();
      throw error;
    }
  }
}

function wasSessionOver(error: unknown): boolean {
  return isWonderError(error) && isSessionOver(error.cause);
}
