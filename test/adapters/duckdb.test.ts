import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { makeFolder } from '../support/landing-folder.ts';

let warehouse: Warehouse;
afterEach(() => warehouse.close());

describe('an engine of a process that only serves', () => {
  it('reads and writes no file, opens no database, and takes no setting', async () => {
    const folder = await makeFolder({ 'fans.csv': 'name\nInvented\n' });
    const file = join(folder.path, 'fans.csv');
    const read = { sql: `select name from read_csv('${file}')` };
    try {
      warehouse = await openDuckDb({ path: ':memory:' });
      expect(await warehouse.query(read)).toEqual([{ name: 'Invented' }]);
      await warehouse.close();
      warehouse = await openDuckDb({ path: ':memory:', lockDown: true });
      for (const sql of [
        read.sql,
        `copy (select 1 as one) to '${file}'`,
        `attach '${join(folder.path, 'other.duckdb')}' as other`,
        "set memory_limit = '1GB'",
        'set enable_external_access = true',
      ]) {
        await expect(warehouse.execute({ sql }), sql).rejects.toMatchObject({
          code: 'warehouse_failed',
        });
      }
      expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    } finally {
      await folder.remove();
    }
  });
});

it('puts nulls where Snowflake does: last, and first where the order is descending', async () => {
  warehouse = await openDuckDb({ path: ':memory:' });
  const inOrder = async (order: string) =>
    (
      await warehouse.query({
        sql: `select v from (values (1), (null)) as t (v) order by v ${order}`,
      })
    ).map(({ v }) => v);
  expect(await inOrder('asc')).toEqual([1, null]);
  expect(await inOrder('desc')).toEqual([null, 1]);
});

it('ends a stream that is called off', async () => {
  warehouse = await openDuckDb({ path: ':memory:' });
  const abort = new AbortController();
  const stream = warehouse.stream(
    { sql: 'select i from range(5000000) as r (i)' },
    { signal: abort.signal },
  );
  const read = async () => {
    for await (const rows of stream) if (rows.length > 0) abort.abort();
  };
  await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
});
