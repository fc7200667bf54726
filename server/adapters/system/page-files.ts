import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { PageFiles } from '../../ports/page-files.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/** Plain names only: no dot first, so neither `..` nor a hidden file. */
const SAFE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Serves files of known types below a folder and nothing else, also not through links out of it. */
export function createPageFiles(folder: string): PageFiles {
  return {
    async read(path) {
      const contentType = TYPES.get(extname(path));
      const names = path.split('/');
      if (contentType === undefined || !names.every((name) => SAFE_NAME.test(name))) return;
      try {
        const root = await realpath(folder);
        const file = await realpath(join(root, ...names));
        if (!file.startsWith(root + sep)) return;
        const body = new Uint8Array(await readFile(file));
        return { body, contentType };
      } catch {
        return undefined;
      }
    },
  };
}
