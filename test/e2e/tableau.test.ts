import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage } from '../support/chromium.ts';
import { type PanelServer, startPanelServer } from '../support/panel-server.ts';
import {
  hasExtensionsLibrary,
  readExtensionsLibrary,
} from '../support/tableau-host/extensions-library.ts';
import { BY_SPORT, MEMBERS, memberDashboard } from '../support/tableau-host/member-dashboard.ts';
import { type PlayedTableau, startPlayedTableau } from '../support/tableau-host/server.ts';
import type { DashboardConfig } from '../support/tableau-page/dashboard-config.ts';

const LIBRARY = 'tableau.extensions.1.latest.min.js';

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('the score rings inside Tableau', () => {
  let host: PlayedTableau;
  let server: PanelServer;
  let browser: Browser;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startPlayedTableau(), launchChromium()]);
    server = await startPanelServer({
      environment: { TABLEAU_FRAME_ANCESTORS: host.origin },
      copies: { [LIBRARY]: readExtensionsLibrary() },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server?.stop(), host?.stop()]);
  });

  interface Dashboard {
    readonly page: Page;
    readonly panel: FrameLocator;
    readonly complaints: readonly string[];
    /** Questions about scores that the panel asked, with their query. */
    readonly asked: string[];
  }

  /** A dashboard with the panel in it, on a site of its own. */
  const open = async (changes: Partial<DashboardConfig> = {}): Promise<Dashboard> => {
    const { page, complaints } = await openPage(browser, { width: 1100, height: 700 });
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (/\/api\/v1\/(cohort|scores\/[^/]+$)/.test(pathname)) asked.push(`${pathname}${search}`);
    });
    const address = server.url.replace('127.0.0.1', 'localhost');
    const dashboard = await memberDashboard(server, changes);
    await page.goto(host.play(dashboard, `${address}/extension/score-rings`));
    const panel = page.frameLocator('iframe[name=extension]');
    return { page, panel, complaints, asked };
  };
  const context = (panel: FrameLocator) => panel.locator('.frame-context').innerText();

  it('initialise in a page of another site, and complain of nothing', async () => {
    const { panel, complaints, asked } = await open();
    await panel.locator('.hero').waitFor();
    expect(await context(panel)).toBe('All members');
    expect(asked).toEqual(['/api/v1/cohort']);
    expect(complaints).toEqual([]);
  });
});
