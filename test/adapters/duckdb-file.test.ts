import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wonder-duckdb-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// DuckDB opens a data file as a database in memory with a view on it: what is written there is gone at the end.
it.each([
  ['fact_spend.csv', 'spend_sk,fan_sk\n1,1\n'],
  ['package.json', '{"name":"fans"}\n'],
  ['notes.txt', 'no database\n'],
])('refuses %s as a database, and leaves it as it is', async (name, text) => {
  const path = join(folder, name);
  await writeFile(path, text);
  await expect(openDuckDb({ path })).rejects.toMatchObject({
    code: 'warehouse_unavailable',
    message: `${path} is not a database file of DuckDB.`,
  });
  expect(await readFile(path, 'utf8')).toBe(text);
});

it('says of a folder that it is one', async () => {
  await expect(openDuckDb({ path: folder })).rejects.toMatchObject({
    code: 'warehouse_unavailable',
    message: `${folder} is a folder: name the database file in it.`,
  });
});

it('keeps what is written to a file, whatever it is called', async () => {
  const path = join(folder, 'fans.csv');
  const made = await openDuckDb({ path });
  await made.execute({ sql: 'create table kept as select 1 as one' });
  await made.close();
  const again = await openDuckDb({ path });
  expect(await again.query({ sql: 'select one from kept' })).toEqual([{ one: 1 }]);
  await again.close();
});
