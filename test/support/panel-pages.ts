import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium, type OpenOptions, type OpenPage, openPage } from './chromium.ts';
import { type PanelServer, type PanelServerOptions, startPanelServer } from './panel-server.ts';

export interface Pages {
  /** A page with storage and cache of its own, until its test is over. */
  readonly open: (options?: OpenOptions) => Promise<OpenPage>;
}

/** One browser for the tests of a block. */
export function usePages(): Pages {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  // Pages left open go on asking and drawing beside the next test.
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  afterAll(() => browser?.close());
  return {
    open: (options) => {
      if (browser === undefined) throw new Error('pages open within tests');
      return openPage(browser, options);
    },
  };
}

export interface PanelPages extends Pages, Pick<PanelServer, 'url' | 'get'> {}

/** One browser and one service for the tests of a block. */
export function usePanels(options?: () => PanelServerOptions): PanelPages {
  let server: PanelServer | undefined;
  const started = (): PanelServer => {
    if (server === undefined) throw new Error('the service is there within tests');
    return server;
  };
  beforeAll(async () => {
    server = await startPanelServer(options?.());
  });
  afterAll(() => server?.stop());
  return {
    ...usePages(),
    get url() {
      return started().url;
    },
    get: (path) => started().get(path),
  };
}
