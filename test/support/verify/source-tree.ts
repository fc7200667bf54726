import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The folder that package.json lies in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Text of files, by path from the root with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

const run = promisify(execFile);
const BINARY = /\.(png|gz|parquet|woff2|ico)$/;

/** Every file that git tracks or would track, so that a file is judged before it is committed. */
export async function listFiles(root: string): Promise<string[]> {
  const list = async (...flags: string[]): Promise<string[]> => {
    const { stdout } = await run('git', ['ls-files', '-z', ...flags], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.split('\0').filter((path) => path !== '');
  };
  const gone = new Set(await list('--deleted'));
  const all = await list('--cached', '--others', '--exclude-standard');
  return [...new Set(all)].filter((path) => !gone.has(path)).sort();
}

/** The texts among them; pictures and packed files are left out. */
export async function readSourceTree(root: string): Promise<SourceTree> {
  const paths = (await listFiles(root)).filter((path) => !BINARY.test(path));
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}
