import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../support/landing-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { checkManifest } from '../support/trex/check-manifest.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it('wonder trex writes five manifests for an address, into a folder that need not be there', async () => {
  const out = join(folder.path, 'manifests');
  const result = await runCli(['trex', '--url', 'https://scores.example.org/', '--out', out]);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  const names = await readdir(out);
  expect(names).toHaveLength(5);
  for (const name of names) {
    const text = await readFile(join(out, name), 'utf8');
    expect(checkManifest(text), name).toEqual([]);
    const url = `https://scores.example.org/extension/${name.replace('.trex', '')}`;
    expect(text).toContain(`<url>${url}</url>`);
    expect(result.stdout).toContain(url);
  }
});

it('and refuses what Tableau would', async () => {
  const refused = await runCli(['trex', '--url', 'http://127.0.0.1:8787', '--out', folder.path]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('localhost only');
});
