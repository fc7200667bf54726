import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const AS_OF = '2025-03-01';
const wonder = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../bin/wonder.mjs'), ...args]);

// Through the commands an operator uses; the expected files come from an independent implementation.
describe.each(['tiny', 'small'])('golden/%s: load, score, export', (name) => {
  const golden = join(import.meta.dirname, 'data', name);
  let folder: string;
  let database: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wonder-golden-'));
    database = join(folder, 'golden.duckdb');
    await wonder('load', golden, '--database', database);
    await wonder('score', '--as-of', AS_OF, '--database', database);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['daily', 'extended', 'segments'])('%s is the expected file, byte for byte', async (what) => {
    const out = join(folder, `${what}.csv`);
    await wonder('export', '--what', what, '--as-of', AS_OF, '--out', out, '--database', database);
    const [actual, expected] = await Promise.all([
      readFile(out, 'utf8'),
      readFile(join(golden, `expected_${what}.csv`), 'utf8'),
    ]);
    const lines = actual.split('\n');
    const differences = expected.split('\n').filter((line, index) => line !== lines[index]);
    expect(differences).toEqual([]);
    expect(lines).toHaveLength(expected.split('\n').length);
  });

  const tables = name === 'small' ? ['churn-features', 'churn-training', 'ltv-features', 'ltv-training'] : [];
  it.each(tables)('%s is the expected file, byte for byte', async (what) => {
    const out = join(folder, `${what}.csv`);
    await wonder('export', '--what', what, '--as-of', AS_OF, '--out', out, '--database', database);
    const expected = await readFile(join(golden, `expected_${what.replace('-', '_')}.csv.gz`));
    const lines = (await readFile(out, 'utf8')).split('\n');
    const wanted = gunzipSync(expected).toString('utf8').split('\n');
    expect(wanted.filter((line, index) => line !== lines[index])).toEqual([]);
    expect(lines).toHaveLength(wanted.length);
  });
});
