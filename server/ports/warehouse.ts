/** What may be bound to a `?`. Dates travel as ISO text inside `cast(? as date)`. */
export type BindValue = string | number | boolean | null;

/**
 * One cell, converted by its declared column type: integers and decimals become numbers (exact up to
 * 2^53), dates 'YYYY-MM-DD', timestamps 'YYYY-MM-DDTHH:MM:SS.sssZ' (UTC), everything else as it is.
 */
export type CellValue = string | number | boolean | null;

/** A row with lower-case keys, in select order. */
export type WarehouseRow = Readonly<Record<string, CellValue>>;

/** What one statement may be given besides its text. */
export interface StatementOptions {
  /** Cancels the statement in the engine; the promise then rejects with code `cancelled`. */
  readonly signal?: AbortSignal;
  /** What the statement is part of, for the engine's own history of statements; not every engine has one. */
  readonly tag?: string;
  /** Seconds after which the engine itself gives up, also where nobody is left to cancel; at least 1. */
  readonly timeoutSeconds?: number;
}

/** One SQL statement, `?` binds only. Rules for portable text: CONTRIBUTING, "SQL". */
export interface Statement {
  readonly sql: string;
  readonly binds?: readonly BindValue[];
}

/** Where statements are run: the warehouse, or one transaction of it. */
export interface WarehouseSession {
  /** All rows at once. Rejects with `warehouse_failed`, `warehouse_unavailable` or `cancelled`. */
  query(statement: Statement, options?: StatementOptions): Promise<WarehouseRow[]>;
  /**
   * Runs DDL or DML and returns the rows changed (0 for DDL). Rejects also with `conflict` where another
   * transaction changed the same rows meanwhile.
   */
  execute(statement: Statement, options?: StatementOptions): Promise<number>;
}

/** The engine that holds the data. One process-wide instance; safe for concurrent use. */
export interface Warehouse extends WarehouseSession {
  readonly engine: 'duckdb' | 'snowflake';
  /** True when the engine lets only one process open the data, so leases of other processes are dead. */
  readonly singleProcess: boolean;
  /**
   * A database for tables that need not outlive the process: cheaper to write, gone after a crash.
   * `home` is the name of the database that holds everything else, as views in scratch must write it.
   * Null where the engine has none; such tables then go beside the others.
   */
  readonly scratch: { readonly database: string; readonly home: string } | null;
  /** False where statements cannot be held together: such a warehouse is for reading. Default: true. */
  readonly hasTransactions?: boolean;
  /** Rows in batches of at most some thousands, without holding the whole result. */
  stream(statement: Statement, options?: StatementOptions): AsyncIterable<WarehouseRow[]>;
  /**
   * All or nothing. DML and queries only: DDL inside is refused with `warehouse_failed`, because one
   * of the engines would commit the open transaction. Any error rolls back and is rethrown.
   */
  transaction<T>(work: (session: WarehouseSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
