import { generateKeyPairSync, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SnowflakeApiWarehouse } from '../../server/adapters/warehouse/snowflake-api.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import { apiParts, fakeOptions } from '../support/snowflake-fake/fake-options.ts';
import { type Fault, once } from '../support/snowflake-fake/journal.ts';
import { FakeSqlApi } from '../support/snowflake-fake/sql-api-server.ts';

describe('Snowflake by its SQL API, on a fake', () => {
  let fake: FakeSqlApi;
  let warehouse: SnowflakeApiWarehouse;

  beforeAll(async () => {
    fake = await FakeSqlApi.start();
    warehouse = new SnowflakeApiWarehouse(fakeOptions(fake.url), apiParts);
    await fake.prepare('create table single (n bigint)');
  });
  beforeEach(() => {
    fake.journal.clear();
    fake.signIns.length = 0;
  });
  afterAll(() => fake.close());

  async function codeOf(work: Promise<unknown>): Promise<string> {
    return await work.then(
      () => 'was not refused',
      (error: unknown) => (isWonderError(error) ? error.code : String(error)),
    );
  }

  it('signs with a key pair: issuer with the fingerprint, an hour, in seconds', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyed = new SnowflakeApiWarehouse(
      {
        ...fakeOptions(fake.url),
        account: 'org-name.eu-west',
        signIn: {
          kind: 'key_pair',
          user: 'reader',
          privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        },
      },
      { ...apiParts, clock: { now: () => 1_764_000_000_000 } },
    );
    await keyed.query({ sql: 'select 1' });
    const [headers] = fake.signIns;
    expect(headers?.['x-snowflake-authorization-token-type']).toBe('KEYPAIR_JWT');
    expect(headers?.['user-agent']).toBe('wonder-portal/1');
    const token = String(headers?.authorization).replace('Bearer ', '');
    const [head = '', claims = '', signature = ''] = token.split('.');
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    const said: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(said).toMatchObject({
      iss: expect.stringMatching(/^ORG-NAME\.READER\.SHA256:[A-Za-z0-9+/]{43}=$/),
      sub: 'ORG-NAME.READER',
      iat: 1_764_000_000,
      exp: 1_764_003_600,
    });
  });

  it('sends binds by type, a tag and a time-out with each statement', async () => {
    await warehouse.query(
      { sql: 'select ? as a, ? as b, ? as c', binds: ['x', 7, null] },
      { tag: 'read score_record', timeoutSeconds: 30 },
    );
    const [sent] = fake.journal.statements;
    expect(sent?.binds).toEqual([
      { type: 'TEXT', value: 'x' },
      { type: 'FIXED', value: '7' },
      { type: 'TEXT', value: null },
    ]);
    expect(sent?.parameters).toEqual({
      QUERY_TAG: 'wonder-portal read score_record',
      TIMEZONE: 'UTC',
      timeout: 30,
      role: undefined,
    });
  });

  it.each<{ name: string; fault: Fault }>([
    { name: 'a 503', fault: { kind: 'status', status: 503 } },
    { name: 'a 429', fault: { kind: 'status', status: 429, retryAfter: 1 } },
    { name: 'a broken connection', fault: { kind: 'drop' } },
  ])('repeats after $name under the same id, and so runs nothing twice', async ({ fault }) => {
    const before = await warehouse.query({ sql: 'select count(*) as n from single' });
    fake.journal.clear();
    fake.journal.breakWith(once(fault));
    expect(await warehouse.execute({ sql: 'insert into single select 1' })).toBe(1);
    expect(fake.journal.statements.map(({ attempt }) => attempt)).toEqual([0, 1]);
    expect(new Set(fake.journal.statements.map(({ requestId }) => requestId)).size).toBe(1);
    const after = await warehouse.query({ sql: 'select count(*) as n from single' });
    expect(Number(after[0]?.n)).toBe(Number(before[0]?.n) + 1);
  });

  it('asks again until a slow statement is done', async () => {
    fake.journal.breakWith(once({ kind: 'slow', milliseconds: 0 }));
    expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
  });

  it('reads every part of a result, whole and as a stream', async () => {
    const sql = 'select range as n from range(2500) order by n';
    expect((await warehouse.query({ sql })).at(-1)).toEqual({ n: 2499 });
    const sizes: number[] = [];
    for await (const batch of warehouse.stream({ sql })) sizes.push(batch.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it('gives up at its own deadline and cancels what runs', async () => {
    const impatient = new SnowflakeApiWarehouse(
      { ...fakeOptions(fake.url), graceSeconds: 0 },
      apiParts,
    );
    fake.journal.breakWith(once({ kind: 'stall' }));
    const late = impatient.query({ sql: 'select 1' }, { timeoutSeconds: 1 });
    expect(await codeOf(late)).toBe('warehouse_unavailable');
    await expect.poll(() => fake.journal.cancelled).toHaveLength(1);
  });

  it('cancels also what has not told its handle yet', async () => {
    fake.syncMs = 60_000;
    fake.journal.breakWith(once({ kind: 'stall' }));
    const stop = new AbortController();
    const running = warehouse.query({ sql: 'select 1' }, { signal: stop.signal });
    await expect.poll(() => fake.journal.statements).toHaveLength(1);
    stop.abort();
    expect(await codeOf(running)).toBe('cancelled');
    await expect.poll(() => fake.journal.cancelled).toHaveLength(1);
    fake.syncMs = 60;
  });

  it('says what went wrong in our words', async () => {
    expect(await codeOf(warehouse.query({ sql: 'select * from nothing' }))).toBe(
      'warehouse_failed',
    );
    fake.journal.breakWith(once({ kind: 'html' }));
    expect(await codeOf(warehouse.query({ sql: 'select 1' }))).toBe('warehouse_unavailable');
    fake.journal.breakWith(once({ kind: 'status', status: 401 }));
    expect(await codeOf(warehouse.query({ sql: 'select 1' }))).toBe('warehouse_unavailable');
    fake.journal.breakWith(once({ kind: 'status', status: 408 }));
    expect(await codeOf(warehouse.query({ sql: 'select 1' }))).toBe('warehouse_unavailable');
  });
});
