import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PACKAGE_ROOT } from '../../server/adapters/system/package-root.ts';
import { createPageFiles } from '../../server/adapters/system/page-files.ts';
import { buildPanels } from './panel-data.ts';

/** An address that nobody listens at: the pages below it come from the build. */
export const BUILT = 'http://panels.test';

/** Serves the built pages to a browser page without a service. */
export async function serveBuiltPages(): Promise<(page: Page) => Promise<void>> {
  await buildPanels();
  const files = createPageFiles(join(PACKAGE_ROOT, 'dist/extension'));
  return async (page) => {
    await page.route(`${BUILT}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^\/+|\/+$/g, '');
      const file = await files.read(/\.\w+$/.test(path) ? path : `${path}/index.html`);
      if (file === undefined) await route.fulfill({ status: 404 });
      else await route.fulfill({ contentType: file.contentType, body: Buffer.from(file.body) });
    });
  };
}
