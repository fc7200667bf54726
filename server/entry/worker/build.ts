import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEMPLATES = join(ROOT, 'node_modules/minijinja-js/dist/web');
const ENTRY = `export { worker as default } from './worker.ts';
export { RunLease } from './worker/run-lease.ts';`;

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}

/**
 * Bundles the Worker with the SQL project inside it. For no platform in particular: whatever needs Node
 * fails here. Answers the size of the script in bytes; rejects with what could not be bundled.
 */
export async function buildWorker(outdir = join(ROOT, 'dist/worker')): Promise<number> {
  const files = await readSqlFiles(join(ROOT, 'sql'));
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: join(ROOT, 'server/entry'), loader: 'ts' },
    outfile: join(outdir, 'worker.js'),
    bundle: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2023',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'import'],
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    alias: {
      'minijinja-js': join(ROOT, 'server/entry/worker/minijinja.ts'),
      'minijinja-web': join(TEMPLATES, 'minijinja_js.js'),
      'minijinja-wasm': join(TEMPLATES, 'minijinja_js_bg.wasm'),
    },
    define: {
      WONDER_SQL_FILES: JSON.stringify(Object.fromEntries(files)),
      WONDER_VERSION: JSON.stringify(await version()),
    },
    logLevel: 'silent',
    metafile: true,
  });
  return Object.values(result.metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}
