import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { SnowflakeWarehouse } from '../../server/adapters/warehouse/snowflake.ts';
import { SnowflakeApiWarehouse } from '../../server/adapters/warehouse/snowflake-api.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { FakeSnowflake } from '../support/snowflake-fake/driver-server.ts';
import { apiParts, fakeOptions } from '../support/snowflake-fake/fake-options.ts';
import { FakeSqlApi } from '../support/snowflake-fake/sql-api-server.ts';

interface Opened {
  readonly warehouse: Warehouse;
  readonly close: () => Promise<void>;
}

async function openSnowflake(): Promise<Opened> {
  const fake = await FakeSnowflake.start();
  const warehouse = new SnowflakeWarehouse(fakeOptions(fake.url));
  return {
    warehouse,
    close: async () => {
      await warehouse.close();
      await fake.close();
    },
  };
}

async function openSqlApi(): Promise<Opened> {
  const fake = await FakeSqlApi.start();
  fake.partitionRows = 3;
  const warehouse = new SnowflakeApiWarehouse(fakeOptions(fake.url), apiParts);
  return { warehouse, close: () => fake.close() };
}

const ADAPTERS: readonly {
  name: string;
  transactions: boolean;
  open: () => Promise<Opened>;
}[] = [
  {
    name: 'duckdb',
    transactions: true,
    open: async () => {
      const warehouse = await openDuckDb({ path: ':memory:' });
      return { warehouse, close: () => warehouse.close() };
    },
  },
  { name: 'snowflake, by its driver', transactions: true, open: openSnowflake },
  { name: 'snowflake, by its SQL API', transactions: false, open: openSqlApi },
];

/** The code an awaited call was refused with, or the sentence that it was not. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'was not refused';
  } catch (error) {
    return isWonderError(error) ? error.code : `not an error of ours: ${String(error)}`;
  }
}

for (const adapter of ADAPTERS) {
  describe(`a warehouse: ${adapter.name}`, () => {
    let warehouse: Warehouse;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ warehouse, close } = await adapter.open());
      await warehouse.execute({
        sql: 'create table purchase (fan_sk bigint, amount decimal(18,2))',
      });
      await warehouse.execute({ sql: 'insert into purchase values (1, 10.25), (2, 20.50)' });
    });
    afterEach(() => close());

    it('converts cells by their declared type', async () => {
      const [row] = await warehouse.query({
        sql: `select cast(9007199254740991 as bigint) as whole, cast('0.30' as decimal(5,2)) as score,
                cast('2024-02-29' as date) as day, cast('2026-01-02 03:04:05.678' as timestamp) as moment,
                true as flag, 'Zoë' as word, cast(null as varchar) as nothing, cast(0.1 as double) as ratio`,
      });
      expect(row).toEqual({
        whole: 9007199254740991,
        score: 0.3,
        day: '2024-02-29',
        moment: '2026-01-02T03:04:05.678Z',
        flag: true,
        word: 'Zoë',
        nothing: null,
        ratio: 0.1,
      });
    });

    it('binds values, never text', async () => {
      const rows = await warehouse.query({
        sql: `select fan_sk, cast(? as varchar) as word from purchase
              where amount > ? and cast(? as date) = cast('2025-03-01' as date) and ? order by fan_sk limit ?`,
        binds: ["'; drop table purchase; --", 15.5, '2025-03-01', true, 1],
      });
      expect(rows).toEqual([{ fan_sk: 2, word: "'; drop table purchase; --" }]);
    });

    it('counts the rows a statement changed', async () => {
      expect(await warehouse.execute({ sql: 'delete from purchase where fan_sk = 1' })).toBe(1);
    });

    it('refuses two statements in one call', async () => {
      const code = await codeOf(warehouse.query({ sql: 'select 1; drop table purchase' }));
      expect(code).toBe('warehouse_failed');
      expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(2);
    });

    it.runIf(adapter.transactions)('rolls the whole transaction back on any error', async () => {
      const work = warehouse.transaction(async (session) => {
        await session.execute({ sql: 'delete from purchase' });
        await session.query({ sql: "select cast('x' as integer)" });
      });
      expect(await codeOf(work)).toBe('warehouse_failed');
      expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(2);
    });

    it.runIf(adapter.transactions)('refuses DDL inside a transaction', async () => {
      const work = warehouse.transaction(async (session) => {
        await session.execute({ sql: 'delete from purchase' });
        await session.execute({ sql: 'create table other as select 1 as n' });
      });
      expect(await codeOf(work)).toBe('warehouse_failed');
      expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(2);
    });

    it.runIf(adapter.transactions)(
      'hides a transaction from readers until it commits',
      async () => {
        await warehouse.transaction(async (session) => {
          await session.execute({ sql: 'delete from purchase' });
          expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(2);
        });
        expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(0);
      },
    );

    it.runIf(!adapter.transactions)(
      'says that it has no transactions, and begins none',
      async () => {
        const work = warehouse.transaction((session) =>
          session.execute({ sql: 'delete from purchase' }),
        );
        expect(warehouse.hasTransactions).toBe(false);
        expect(await codeOf(work)).toBe('warehouse_failed');
        expect(await warehouse.query({ sql: 'select fan_sk from purchase' })).toHaveLength(2);
      },
    );

    it('streams every row, also while other statements run', async () => {
      let rows = 0;
      for await (const batch of warehouse.stream({
        sql: 'select a.fan_sk from purchase a, purchase b, purchase c',
      })) {
        await warehouse.query({ sql: 'select 1 as one' });
        rows += batch.length;
      }
      expect(rows).toBe(8);
    });

    it.runIf(adapter.transactions)(
      'says so when two transactions change the same row',
      async () => {
        const work = warehouse.transaction(async (session) => {
          await session.execute({ sql: 'update purchase set amount = 1 where fan_sk = 1' });
          await warehouse.execute({ sql: 'update purchase set amount = 2 where fan_sk = 1' });
        });
        expect(await codeOf(work)).toBe('conflict');
      },
    );

    it('cancels a statement', async () => {
      const stop = new AbortController();
      const slow = warehouse.query(
        {
          sql: 'select count(*) as n from range(100000) a, range(1000000) b where a.range + b.range = 7',
        },
        { signal: stop.signal },
      );
      setTimeout(() => stop.abort(), 50);
      expect(await codeOf(slow)).toBe('cancelled');
      expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    });
  });
}
