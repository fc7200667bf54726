import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, type ExtensionBuild } from '../../esbuild.config.ts';

let folder: string;
let build: ExtensionBuild;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panels-'));
  build = await buildExtension(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function textOf(path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

describe('buildExtension', () => {
  it('keeps every page within its limit', () => {
    for (const page of build.pages) expect(page.gzip, page.url).toBeLessThanOrEqual(page.limit);
    const rings = build.pages.find((page) => page.url === 'extension/score-rings');
    expect(rings?.limit).toBe(40 * 1024);
  });

  it('writes pages that a strict content policy lets run', async () => {
    for (const { url } of build.pages) {
      const html = await textOf(`${url}/index.html`);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
      expect(html).not.toMatch(/(src|href)="(?!\/extension\/assets\/)/);
    }
  });

  it('tells every page the thresholds of the scores', async () => {
    for (const { url } of build.pages) {
      expect(await textOf(`${url}/index.html`)).toContain(
        '<meta name="wonder-thresholds" content="40 55 70 85;40 70">',
      );
    }
  });

  it('refers to nothing outside the service, and ships no source maps', async () => {
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      expect(await textOf(file)).not.toMatch(/https?:\/\//);
    }
  });

  it('leaves nothing of an earlier build', async () => {
    const before = await readdir(folder, { recursive: true });
    await buildExtension(folder);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});
