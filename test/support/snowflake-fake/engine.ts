import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { columnOf, encodeCell, type FakeColumn } from './cells.ts';

/** A bind as both protocols send it. */
export interface FakeBind {
  readonly type: string;
  readonly value: string | null;
}

export interface FakeResult {
  readonly columns: readonly FakeColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** As Snowflake numbers kinds of statements: the driver counts changed rows by it. */
  readonly statementTypeId: number;
}

/** What Snowflake would refuse, by its code. */
export class FakeSqlError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const SELECT = 0x1000;
const DML: Readonly<Partial<Record<StatementType, { id: number; verb: string }>>> = {
  [StatementType.INSERT]: { id: 0x3100, verb: 'inserted' },
  [StatementType.UPDATE]: { id: 0x3200, verb: 'updated' },
  [StatementType.DELETE]: { id: 0x3300, verb: 'deleted' },
};
const DDL: ReadonlySet<StatementType> = new Set([
  StatementType.CREATE,
  StatementType.DROP,
  StatementType.ALTER,
]);
/** What an account has around tables; nothing of it has an effect here. */
const PLACES =
  /^\s*(create\s+(or replace\s+)?(temporary\s+)?stage|drop\s+stage|use|grant|(create|alter)\s+(database|warehouse|role))\b/i;
const DATABASE = 'VANDERBILT_DW';
/** Snowflake's names for what DuckDB calls otherwise. */
const MACROS = [
  "create or replace macro current_role() as 'WONDER_SCORER'",
  "create or replace macro current_warehouse() as 'NARRATUM_WH'",
  'create or replace macro bitshiftleft(a, b) as (cast(a as bigint) << cast(b as integer))',
  'create or replace macro bitor_agg(a) as bit_or(a)',
];

function status(text: string): FakeResult {
  const column = {
    name: 'status',
    type: 'text',
    nullable: true,
    precision: null,
    scale: null,
  } as const;
  return { columns: [{ ...column, length: null }], rows: [[text]], statementTypeId: SELECT };
}

function codeOf(message: string): string {
  if (message.startsWith('INTERRUPT')) return '000604';
  if (message.startsWith('TransactionContext Error: Conflict')) return '000625';
  if (message.startsWith('Parser')) return '001003';
  if (message.startsWith('Catalog')) return '002003';
  return '100038';
}

function bound({ type, value }: FakeBind): string | number | bigint | boolean | null {
  if (value === null) return null;
  if (type === 'FIXED') return BigInt(value);
  if (type === 'REAL') return Number(value);
  if (type === 'BOOLEAN') return value === 'true';
  return value;
}

/** The few words of Snowflake that neither a macro nor a setting can give DuckDB. */
function asDuckDb(sql: string): string {
  const text = sql.replace(/^(\s*create\s+)transient\s+/i, '$1');
  const rows = /table\(flatten\(input => parse_json\(\?\)\)\)/i;
  if (!rows.test(text)) return text;
  return text
    .replace(rows, '(select unnest(cast(? as json[])) as value)')
    .replace(/\bv\.value\[(\d+)\]/g, '(v.value ->> $1)');
}

/** One session: a connection of its own, with a transaction of its own. */
export class FakeSession {
  readonly #connection: DuckDBConnection;
  readonly #stages: string;
  #inTransaction = false;

  constructor(connection: DuckDBConnection, stages: string) {
    this.#connection = connection;
    this.#stages = stages;
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  get inTransaction(): boolean {
    return this.#inTransaction;
  }

  /** What was not committed is rolled back. */
  close(): void {
    this.#connection.closeSync();
  }

  /** Runs one statement of Snowflake's dialect. Throws FakeSqlError. */
  async run(sql: string, binds: readonly FakeBind[] = []): Promise<FakeResult> {
    try {
      return (await this.#emulated(sql)) ?? (await this.#plain(sql, binds));
    } catch (error) {
      if (error instanceof FakeSqlError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new FakeSqlError(codeOf(message), message);
    }
  }

  /** Where files that are put on a stage go. */
  stageFolder(name: string): string {
    return join(this.#stages, name.replace('@', '').toLowerCase());
  }

  async #emulated(sql: string): Promise<FakeResult | undefined> {
    if (PLACES.test(sql)) {
      await this.#commitOpen();
      return status('Statement executed successfully.');
    }
    const copy = /^\s*copy into (\S+)\s+from (@\S+)/i.exec(sql);
    if (copy === null) return undefined;
    const files = `${this.stageFolder(copy[2] ?? '')}/*.parquet`;
    const result = await this.#connection.run(
      `insert into ${copy[1]} by name select * from read_parquet('${files}')`,
    );
    const column = columnOf(
      'rows_loaded',
      (await this.#connection.run('select 1::bigint')).columnType(0),
    );
    return { columns: [column], rows: [[String(result.rowsChanged)]], statementTypeId: SELECT };
  }

  async #plain(sql: string, binds: readonly FakeBind[]): Promise<FakeResult> {
    const text = asDuckDb(sql);
    const statements = await this.#connection.extractStatements(text);
    if (statements.count !== 1) {
      throw new FakeSqlError(
        '000008',
        'Actual statement count 2 did not match the desired count 1.',
      );
    }
    const prepared = await this.#connection.prepare(text);
    try {
      // The trap this product must not fall into: DDL ends the open transaction, and what it did stays.
      if (DDL.has(prepared.statementType)) await this.#commitOpen();
      prepared.bind(binds.map(bound));
      const result = await prepared.run();
      if (/^\s*begin\b/i.test(text)) this.#inTransaction = true;
      if (/^\s*(commit|rollback)\b/i.test(text)) this.#inTransaction = false;
      const dml = DML[prepared.statementType];
      if (dml !== undefined) {
        const name = `number of rows ${dml.verb}`;
        const column = { ...columnOf('n', result.columnType(0)), name };
        return { columns: [column], rows: [[String(result.rowsChanged)]], statementTypeId: dml.id };
      }
      if (result.columnCount === 0 || DDL.has(prepared.statementType)) return status('Done.');
      const columns = result
        .columnNames()
        .map((name, index) => columnOf(name, result.columnType(index)));
      const rows = await result.getRows();
      return { columns, rows: rows.map((row) => row.map(encodeCell)), statementTypeId: SELECT };
    } finally {
      prepared.destroySync();
    }
  }

  async #commitOpen(): Promise<void> {
    if (!this.#inTransaction) return;
    this.#inTransaction = false;
    await this.#connection.run('commit');
  }
}

/** Runs Snowflake's SQL on DuckDB, as far as this product writes it. */
export class FakeEngine {
  readonly #instance: DuckDBInstance;
  readonly #stages: string;

  private constructor(instance: DuckDBInstance, stages: string) {
    this.#instance = instance;
    this.#stages = stages;
  }

  /** `path`: a database of ours that was scored before; without it, an empty account. */
  static async open(path = ':memory:'): Promise<FakeEngine> {
    const instance = await DuckDBInstance.create(':memory:', {
      default_null_order: 'nulls_last_on_asc_first_on_desc',
    });
    const connection = await instance.connect();
    await connection.run(`attach '${path}' as ${DATABASE}`);
    await connection.run(`use ${DATABASE}`);
    for (const macro of MACROS) await connection.run(macro);
    connection.closeSync();
    return new FakeEngine(instance, await mkdtemp(join(tmpdir(), 'snowflake-fake-')));
  }

  async session(): Promise<FakeSession> {
    const connection = await this.#instance.connect();
    await connection.run(`use ${DATABASE}`);
    return new FakeSession(connection, this.#stages);
  }

  async close(): Promise<void> {
    this.#instance.closeSync();
    await rm(this.#stages, { recursive: true, force: true });
  }
}
