import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension, type PageSize } from '../../../esbuild.config.ts';

const RINGS = { url: 'extension/score-rings', limit: 40 * 1024 };

/** What the pages weigh, built into a folder of its own so that a running server keeps its files. */
export async function measurePages(): Promise<readonly PageSize[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wonder-pages-'));
  try {
    return (await buildExtension(folder)).pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pages whose first load is over their limit, all of html, css and js in gzip. */
export function checkPages(pages: readonly PageSize[]): string[] {
  const rings = pages.find(({ url }) => url === RINGS.url);
  if (rings === undefined) return [`no page is built at /${RINGS.url}`];
  const wrong = pages
    .filter(({ gzip, limit }) => gzip > limit)
    .map(({ url, gzip, limit }) => `/${url} loads ${gzip} bytes, limit ${limit}`);
  if (rings.limit > RINGS.limit) wrong.push(`the limit of /${RINGS.url} is over ${RINGS.limit}`);
  return wrong;
}
