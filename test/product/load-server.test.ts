import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'wonder-package-'));
  for (const name of ['bin', 'server', 'esbuild.config.ts', 'package.json']) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rm(copy, { recursive: true, force: true }));

async function version(): Promise<string> {
  const args = [join(copy, 'bin/wonder.mjs'), '--version'];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

const bundles = () => readdir(join(copy, 'dist/server'));

test('the first start after a change bundles the server, however many start at once', async () => {
  expect(await Promise.all([version(), version()])).toEqual(['0.1.0\n', '0.1.0\n']);
  const [first, ...others] = await bundles();
  expect(others).toEqual([]);

  await version();
  expect(await bundles()).toEqual([first]);

  const hour = new Date(Date.now() - 3_600_000);
  await utimes(join(copy, 'server/entry/cli.ts'), hour, hour);
  await version();
  expect(await bundles()).toHaveLength(2);
});

test('bundles of months ago are removed', async () => {
  const monthsAgo = new Date(Date.now() - 91 * 24 * 3_600_000);
  for (const name of await bundles()) {
    await utimes(join(copy, 'dist/server', name), monthsAgo, monthsAgo);
  }
  await writeFile(join(copy, 'server/new.ts'), '');
  await version();
  expect(await bundles()).toHaveLength(1);
});

test('where no bundle can be written, the server runs from source', async () => {
  await rm(join(copy, 'dist'), { recursive: true });
  await writeFile(join(copy, 'dist'), 'no folder');
  expect(await version()).toBe('0.1.0\n');
});
