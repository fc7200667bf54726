import type { Browser, FrameLocator, Page } from 'playwright-core';
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
  /** Questions about scores that the panel asked, with their query. */
  readonly asked: string[];
}

/** A browser, a Tableau and the service, for as long as a test file runs. */
export interface TableauSetting {
  readonly server: PanelServer;
  /** A dashboard with a panel in it, on a site of its own. */
  readonly open: (panel: string, changes?: Partial<DashboardConfig>) => Promise<OpenDashboard>;
  readonly stop: () => Promise<void>;
}

export async function startTableauSetting(): Promise<TableauSetting> {
  const [host, browser] = await Promise.all([startPlayedTableau(), launchChromium()]);
  const server = await startPanelServer({
    environment: { TABLEAU_FRAME_ANCESTORS: host.origin },
    copies: { [LIBRARY]: readExtensionsLibrary() },
  });
  return {
    server,
    open: async (panel, changes = {}) => {
      const dashboard = await memberDashboard(server, changes);
      return openDashboard({ host, browser, server }, { panel, dashboard });
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

async function openDashboard(
  { host, browser, server }: Parts,
  { panel, dashboard }: { readonly panel: string; readonly dashboard: DashboardConfig },
): Promise<OpenDashboard> {
  const { page, complaints } = await openPage(browser, { width: 1100, height: 1150 });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/api\/v1\/(cohort|scores\/[^/]+$)/.test(pathname)) asked.push(`${pathname}${search}`);
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
