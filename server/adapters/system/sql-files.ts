import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const KEPT = /\.(sql|yml)$/;
const BUILT = new Set(['target', 'logs', 'dbt_packages']);

/** Every .sql and .yml below `folder`, by its path inside it ('models/scoring/wonder_score.sql'). */
export async function readSqlFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && KEPT.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !BUILT.has(path.split('/')[0] ?? ''))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
