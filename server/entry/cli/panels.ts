import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';

const SOURCES = ['extension', 'server/contract', 'esbuild.config.ts', 'package-lock.json'];
const BUILT = 'dist/extension';

export type PanelsState = 'built' | 'outdated' | 'missing';

async function newestIn(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.mtimeMs;
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const times = await Promise.all(
      files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
    );
    return Math.max(0, ...times);
  } catch {
    return 0;
  }
}

/** Whether the panel pages are built, and from the sources that are there now. */
export async function findPanelsState(): Promise<PanelsState> {
  const built = await newestIn(join(PACKAGE_ROOT, BUILT));
  if (built === 0) return 'missing';
  const sources = await Promise.all(SOURCES.map((path) => newestIn(join(PACKAGE_ROOT, path))));
  return Math.max(...sources) > built ? 'outdated' : 'built';
}

/** Builds the panel pages where they are missing or older than their sources. Answers whether it did. */
export async function ensurePanels(): Promise<boolean> {
  if ((await findPanelsState()) === 'built') return false;
  // Only when needed: the bundler is large.
  const { buildExtension } = await import('../../../esbuild.config.ts');
  await buildExtension();
  return true;
}
