import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type PanelPages, usePanels } from '../panel-pages.ts';
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

/** A Tableau, and the service whose panels it shows. */
export interface TableauSetting {
  readonly panels: PanelPages;
  /** A dashboard with a panel in it, on a site of its own. */
  readonly open: (panel: string, changes?: PlayedChanges) => Promise<OpenDashboard>;
}

/** What is different from the usual dashboard, and from the usual browser. */
export interface PlayedChanges extends Partial<DashboardConfig> {
  readonly browser?: BrowserContextOptions;
  /** What the service answers to paths that match, in place of its own. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** One of each for the tests of a block. */
export function useTableau(): TableauSetting {
  let host: PlayedTableau;
  beforeAll(async () => {
    host = await startPlayedTableau();
  });
  afterAll(() => host?.stop());
  const panels = usePanels(() => ({
    environment: { TABLEAU_FRAME_ANCESTORS: host.origin },
    copies: { [LIBRARY]: readExtensionsLibrary() },
  }));
  return {
    panels,
    open: async (panel, { browser: options, answers = {}, ...changes } = {}) => {
      const dashboard = await memberDashboard(panels, changes);
      return openDashboard({ host, panels }, { panel, dashboard, options, answers });
    },
  };
}

interface Parts {
  readonly host: PlayedTableau;
  readonly panels: PanelPages;
}

interface Wanted {
  readonly panel: string;
  readonly dashboard: DashboardConfig;
  readonly options: BrowserContextOptions | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
}

async function openDashboard(
  { host, panels }: Parts,
  { panel, dashboard, options, answers }: Wanted,
): Promise<OpenDashboard> {
  const size = { width: 1100, height: 1150 };
  const { page, complaints } = await panels.open({ ...size, ...options });
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
  const address = panels.url.replace('127.0.0.1', 'localhost');
  await page.goto(host.play(dashboard, `${address}/extension/${panel}`));
  return {
    page,
    panel: page.frameLocator('iframe[name=extension]'),
    dialog: page.frameLocator('iframe[name=dialog]'),
    complaints,
    asked,
  };
}
