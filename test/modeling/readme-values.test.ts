import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';

/** Columns of facts whose values the scores tell apart, compared with a value or with several. */
const COMPARED =
  /\b(engagement_channel|engagement_type|device_type|activity_type|sentiment_source|advocacy_type)\s*(?:=\s*('\w+')|in\s*\(([^)]*)\))/g;

it('README names every value that the scores count, by its column', async () => {
  const files = await readSqlFiles('sql');
  const counted = new Set<string>();
  for (const [path, sql] of files) {
    if (!path.startsWith('models/')) continue;
    for (const [, column, one, several] of sql.matchAll(COMPARED)) {
      for (const [value] of (one ?? several ?? '').matchAll(/\w+/g))
        counted.add(`${column} ${value}`);
    }
  }
  const readme = await readFile('README.md', 'utf8');
  const named = new Set<string>();
  for (const [, column, values = ''] of readme.matchAll(
    /`(\w+_(?:channel|type|source))`: ([\w, ]+)/g,
  )) {
    for (const value of values.split(',')) named.add(`${column} ${value.trim()}`);
  }
  expect([...named].sort()).toEqual([...counted].sort());
});
