import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { launchChromium, openPage } from '../chromium.ts';
import { type PanelServer, startPanelServer } from '../panel-server.ts';
import type { DashboardConfig } from '../tableau-page/dashboard-config.ts';
import { readExtensionsLibrary } from './extensions-library.ts';
import { memberDashboard } from './member-dashboard.ts';
import { type PlayedTableau, startPlayedTableau } from './server.ts';

const LIBRARY = 'tableau.extensions.1.latest.min.js';

export interface OpenDashboard {
  readonly page: Page;
  readonly panel: FrameLocator;
  readonly dialog: FrameLocator;
  readonly complaints: readonly string[];
  /** What the panel asked the service, with its query. */
  readonly asked: string[];
}

/** A browser, a Tableau and the service, for as long as a test file runs. */
export interface TableauSetting {
  readonly server: PanelServer;
  /** A dashboard with a panel in it, on a site of its own. */
  readonly open: (panel: string, changes?: PlayedChanges) => Promise<OpenDashboard>;
  /** Ends every dashboard that is open, for tests to follow each other unburdened. */
  readonly closeAll: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What is different from the usual dashboard, and from the usual browser. */
export interface PlayedChanges extends Partial<DashboardConfig> {
  readonly browser?: BrowserContextOptions;
  /** What the service answers to paths that match, in place of its own. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

export async function startTableauSetting(): Promise<TableauSetting> {
  const [host, browser] = await Promise.all([startPlayedTableau(), launchChromium()]);
  const server = await startPanelServer({
    environment: { TABLEAU_FRAME_ANCESTORS: host.origin },
    copies: { [LIBRARY]: readExtensionsLibrary() },
  });
  return {
    server,
    open: async (panel, { browser: options, answers = {}, ...changes } = {}) => {
      const dashboard = await memberDashboard(server, changes);
      return openDashboard({ host, browser, server }, { panel, dashboard, options, answers });
    },
    closeAll: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    stop: async () => {
      await browser.close();
      await Promise.all([server.stop(), host.stop()]);
    },
  };
}

interface Parts {
  readonly host: PlayedTableau;
  readonly browser: Browser;
  readonly server: PanelServer;
}

interface Wanted {
  readonly panel: string;
  readonly dashboard: DashboardConfig;
  readonly options: BrowserContextOptions | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
}

async function openDashboard(
  { host, browser, server }: Parts,
  { panel, dashboard, options, answers }: Wanted,
): Promise<OpenDashboard> {
  const size = { width: 1100, height: 1150 };
  const { page, complaints } = await openPage(browser, { ...size, ...options });
  // How long a panel waits for a silent host is played, too.
  if (dashboard.silent === true) await page.clock.install();
  for (const [path, json] of Object.entries(answers)) {
    await page.route(path, (route) => route.fulfill({ json }));
  }
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(`${pathname}${search}`);
  });
  const address = server.url.replace('127.0.0.1', 'localhost');
  await page.goto(host.play(dashboard, `${address}/extension/${panel}`));
  return {
    page,
    panel: page.frameLocator('iframe[name=extension]'),
    dialog: page.frameLocator('iframe[name=dialog]'),
    complaints,
    asked,
  };
}
