import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of what was made once, to the processes of one run of the tests. */
const FOLDER = 'MADE_ONCE_FOLDER';

/** Before the first test of a project. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[FOLDER] !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'wonder-made-once-'));
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * A copy of the database file that these words stand for, which the first to ask makes; undefined where nothing is
 * shared, as outside of the tests. `path`: where to; without it, where it is removed with all the others.
 */
export async function copyOfMade(
  words: readonly unknown[],
  make: (path: string) => Promise<void>,
  path?: string,
): Promise<string | undefined> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return undefined;
  const name = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
  const made = join(folder, `${name}.duckdb`);
  if (!existsSync(made)) {
    const unfinished = join(folder, `${randomUUID()}.duckdb`);
    await make(unfinished);
    await rename(unfinished, made);
  }
  const copy = path ?? join(folder, `${randomUUID()}.duckdb`);
  await copyFile(made, copy);
  return copy;
}
