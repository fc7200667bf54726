import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SnowflakeWarehouse } from '../../server/adapters/warehouse/snowflake.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import { FakeSnowflake } from '../support/snowflake-fake/driver-server.ts';
import { fakeOptions } from '../support/snowflake-fake/fake-options.ts';
import { type Fault, once } from '../support/snowflake-fake/journal.ts';

const TWO_ROWS =
  'create or replace table purchase as select * from (values (1), (2)) as v (fan_sk)';

describe('Snowflake by its driver, on a recording fake', () => {
  let fake: FakeSnowflake;
  let warehouse: SnowflakeWarehouse;

  beforeAll(async () => {
    fake = await FakeSnowflake.start();
    warehouse = new SnowflakeWarehouse(fakeOptions(fake.url));
    await warehouse.execute({ sql: TWO_ROWS });
  });
  beforeEach(() => fake.journal.clear());
  afterAll(async () => {
    await warehouse.close();
    await fake.close();
  });

  async function codeOf(work: Promise<unknown>): Promise<string> {
    return await work.then(
      () => 'was not refused',
      (error: unknown) => (isWonderError(error) ? error.code : String(error)),
    );
  }

  it('sends the text as it is, binds by type, and settings with each statement', async () => {
    await warehouse.query(
      {
        sql: 'select ? as a, ? as b, ? as c, ? as d, ? as e',
        binds: ["'; drop", 7, 1.5, true, null],
      },
      { tag: 'run 20250301_ab/churn_risk', timeoutSeconds: 40 },
    );
    const [sent] = fake.journal.statements;
    expect(sent?.sql).toBe('select ? as a, ? as b, ? as c, ? as d, ? as e');
    expect(sent?.binds).toEqual([
      { type: 'TEXT', value: "'; drop" },
      { type: 'FIXED', value: '7' },
      { type: 'REAL', value: '1.5' },
      { type: 'BOOLEAN', value: 'true' },
      { type: 'TEXT', value: null },
    ]);
    expect(sent?.parameters).toMatchObject({
      QUERY_TAG: 'wonder-portal run 20250301_ab/churn_risk',
      STATEMENT_TIMEOUT_IN_SECONDS: 40,
      TIMEZONE: 'UTC',
    });
  });

  it('keeps a transaction in one session and in order, and asks for no DDL in it', async () => {
    const refused = warehouse.transaction(async (session) => {
      await session.execute({ sql: 'delete from purchase where fan_sk = 1' });
      await session.execute({ sql: '-- a stage\ncreate table other as select 1 as n' });
    });
    expect(await codeOf(refused)).toBe('warehouse_failed');
    await warehouse.transaction((session) =>
      session.execute({ sql: 'insert into purchase select 3' }),
    );
    expect(fake.journal.texts()).toEqual([
      'begin transaction',
      'delete from purchase where fan_sk = 1',
      'rollback',
      'begin transaction',
      'insert into purchase select 3',
      'commit',
    ]);
    expect(new Set(fake.journal.statements.map(({ session }) => session)).size).toBe(1);
    expect(await warehouse.query({ sql: 'select count(*) as n from purchase' })).toEqual([
      { n: 3 },
    ]);
  });

  it.each<{ fault: Fault; name: string }>([
    { name: 'a 503', fault: { kind: 'status', status: 503 } },
    { name: 'a session token that is too old', fault: { kind: 'expired' } },
    { name: 'a session that is gone', fault: { kind: 'gone' } },
    { name: 'a slow answer', fault: { kind: 'slow', milliseconds: 50 } },
  ])('survives $name', async ({ fault }) => {
    fake.journal.breakWith(once(fault));
    expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
  });

  it('does not run a statement twice when the connection breaks before the answer', async () => {
    await warehouse.execute({ sql: 'create or replace table single (n bigint)' });
    fake.journal.breakWith(once({ kind: 'drop' }));
    expect(await warehouse.execute({ sql: 'insert into single select 1' })).toBe(1);
    const [first, second] = fake.journal.statements.filter(({ sql }) => sql.startsWith('insert'));
    expect(second?.requestId).toBe(first?.requestId);
    expect(await warehouse.query({ sql: 'select count(*) as n from single' })).toEqual([{ n: 1 }]);
  });

  it('begins a transaction again in a new session, but never goes on with one that is lost', async () => {
    fake.journal.breakWith(once({ kind: 'gone' }));
    await warehouse.transaction((session) => session.query({ sql: 'select 1 as one' }));
    expect(fake.journal.texts().filter((sql) => sql === 'begin transaction')).toHaveLength(2);
    fake.journal.clear();
    fake.journal.breakWith(({ sql }) => (sql.startsWith('delete') ? { kind: 'gone' } : undefined));
    const lost = warehouse.transaction((session) =>
      session.execute({ sql: 'delete from purchase' }),
    );
    expect(await codeOf(lost)).toBe('warehouse_unavailable');
    expect(fake.journal.texts().filter((sql) => sql.startsWith('delete'))).toHaveLength(1);
    expect(await warehouse.query({ sql: 'select count(*) as n from purchase' })).toEqual([
      { n: 3 },
    ]);
  });

  it('reads results that come in chunks, whole and as a stream', async () => {
    fake.chunkRows = 100;
    const sql = 'select range as n from range(1234) order by n';
    const rows = await warehouse.query({ sql });
    expect(rows).toHaveLength(1234);
    expect(rows.at(-1)).toEqual({ n: 1233 });
    let sum = 0;
    for await (const batch of warehouse.stream({ sql })) {
      for (const row of batch) sum += Number(row.n);
    }
    expect(sum).toBe((1233 * 1234) / 2);
  });

  it('gives up at its own deadline and cancels what runs', async () => {
    const impatient = new SnowflakeWarehouse({ ...fakeOptions(fake.url), graceSeconds: 0 });
    fake.journal.breakWith(({ sql }) => (sql.includes('late') ? { kind: 'stall' } : undefined));
    const late = impatient.query({ sql: 'select 1 as late' }, { timeoutSeconds: 1 });
    expect(await codeOf(late)).toBe('warehouse_unavailable');
    await expect.poll(() => fake.journal.cancelled).toHaveLength(1);
    expect(await impatient.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    await impatient.close();
  });

  it('gives JSON of a VARIANT as text, and never runs what is not JSON', async () => {
    expect(await warehouse.query({ sql: `select cast('{"a": [1]}' as json) as v` })).toEqual([
      { v: '{"a":[1]}' },
    ]);
    fake.rawVariant = 'globalThis.pwned = true';
    const work = warehouse.query({ sql: `select cast('{"a": [1]}' as json) as v` });
    expect(await codeOf(work)).toBe('warehouse_failed');
    expect('pwned' in globalThis).toBe(false);
    fake.rawVariant = undefined;
  });

  it('says that it cannot be reached, and what it was refused for', async () => {
    const nowhere = new SnowflakeWarehouse({
      ...fakeOptions('http://127.0.0.1:9'),
      signInSeconds: 1,
    });
    expect(await codeOf(nowhere.query({ sql: 'select 1' }))).toBe('warehouse_unavailable');
    await nowhere.close();
    expect(await codeOf(warehouse.query({ sql: 'select * from nothing' }))).toBe(
      'warehouse_failed',
    );
  });

  it('waits for no sign-in longer than whoever asks, and leaves its session to the next one', async () => {
    const narrow = new SnowflakeWarehouse({ ...fakeOptions(fake.url), sessions: 1 });
    fake.isDown = true;
    const signal = AbortSignal.timeout(50);
    expect(await codeOf(narrow.query({ sql: 'select 1' }, { signal }))).toBe('cancelled');
    fake.isDown = false;
    expect(await narrow.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    expect(fake.journal.signIns).toHaveLength(1);
    await narrow.close();
  });

  it('opens no more sessions than it may', async () => {
    const narrow = new SnowflakeWarehouse({ ...fakeOptions(fake.url), sessions: 2 });
    const asked = Array.from({ length: 8 }, () => narrow.query({ sql: 'select 1 as one' }));
    expect(await Promise.all(asked)).toHaveLength(8);
    expect(fake.journal.signIns).toHaveLength(2);
    await narrow.close();
  });
});
