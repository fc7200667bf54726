import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = join(ROOT, 'dist/server');
/** A service that runs for weeks may still load a part of the bundle that it was started from. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

const ENTRIES = {
  cli: 'server/entry/cli.ts',
  'training-worker': 'server/adapters/system/training-worker.ts',
};

/** Tells the sources that are there now from any others, without reading them. */
function fingerprint() {
  const hash = createHash('sha256').update(ROOT);
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(ROOT, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const folder of ['server', 'bin']) {
    const paths = readdirSync(join(ROOT, folder), { recursive: true }).sort();
    for (const path of paths) add(join(folder, path));
  }
  add('esbuild.config.ts');
  return hash.digest('hex').slice(0, 16);
}

async function build(folder) {
  const esbuild = await import('esbuild');
  const unfinished = `${folder}-${process.pid}-${Date.now()}`;
  try {
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: unfinished,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      // Errors name the source.
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
    });
    await rename(unfinished, folder).catch((error) => {
      // Another process was quicker.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function removeOld() {
  for (const name of readdirSync(BUNDLES)) {
    const path = join(BUNDLES, name);
    const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}

async function bundle() {
  const folder = join(BUNDLES, fingerprint());
  if (!existsSync(folder)) {
    await build(folder);
    await removeOld();
  }
  return folder;
}

/**
 * Runs a part of the server. Its TypeScript is bundled by the first process after a change: to be transpiled
 * and loaded file by file costs a second of CPU at every start.
 */
export async function loadServer(entry) {
  const folder = await bundle().catch(() => undefined);
  if (folder === undefined) {
    // No file can be written, or a source is wrong, which shows here: from source then, only slower.
    const { register } = await import('tsx/esm/api');
    register();
    await import(pathToFileURL(join(ROOT, ENTRIES[entry])).href);
  } else {
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(join(folder, `${entry}.mjs`)).href);
  }
}
