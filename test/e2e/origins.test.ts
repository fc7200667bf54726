import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium, openPage } from '../support/chromium.ts';
import { type PanelServer, startPanelServer } from '../support/panel-server.ts';
import { type PlayedSite, startPlayedSite } from '../support/played-site.ts';

/** Every page of the service, and what is there once it shows what it has. */
const PAGES = [
  ['/preview', 'iframe'],
  ['/extension/score-rings', '.hero'],
  ['/extension/segments', 'button.segment'],
  ['/extension/churn', '.list-part .row-button'],
  ['/extension/narrative', '.sentence'],
  ['/extension/operations', '.ops-runs'],
  ['/extension/', '.address'],
  ['/extension/configure', 'h1'],
  ['/docs', 'h1'],
] as const;
const LIBRARY = '/lib/tableau.extensions.1.latest.min.js';

describe.skipIf(!hasChromium)('hosts of others', () => {
  let tableau: PlayedSite;
  let stranger: PlayedSite;
  let library: PlayedSite;
  let server: PanelServer;
  let browser: Browser;
  beforeAll(async () => {
    [tableau, stranger, library, browser] = await Promise.all([
      startPlayedSite(),
      startPlayedSite(),
      startPlayedSite(),
      launchChromium(),
    ]);
    server = await startPanelServer({
      environment: {
        TABLEAU_FRAME_ANCESTORS: tableau.url,
        TABLEAU_EXTENSIONS_JS: `${library.url}${LIBRARY}`,
        TABLEAU_URL: tableau.url,
        TABLEAU_DASHBOARDS: 'executive:FanScores/Overview',
        TABLEAU_CONNECTED_APP_ID: 'client-1',
        TABLEAU_CONNECTED_APP_SECRET_ID: 'secret-id-1',
        TABLEAU_CONNECTED_APP_SECRET: 'invented-secret-of-a-test-32-chars',
        TABLEAU_USER: 'viewer@example.edu',
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([server, tableau, stranger, library].map((each) => each?.stop()));
  });

  /** Hosts that a page contacts from now on; data within the page is no host. */
  const listen = (page: Page): ReadonlySet<string> => {
    const origins = new Set<string>();
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:') origins.add(origin);
    });
    return origins;
  };
  /** A page of `site` with the panel of ours in a frame. */
  const framed = async (site: PlayedSite) => {
    const { page, complaints } = await openPage(browser, { height: 700 });
    const origins = listen(page);
    await page.goto(site.url);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      document.body.append(Object.assign(frame, { src, width: 900, height: 600 }));
    }, `${server.url}/extension/score-rings`);
    return { page, complaints, origins, panel: page.frameLocator('iframe') };
  };

  it.each(PAGES)('are not contacted by %s, and nothing in it is inline', async (path, shown) => {
    const { page, complaints } = await openPage(browser, { height: 900 });
    const origins = listen(page);
    const answer = await page.goto(`${server.url}${path}`);
    await page.locator(shown).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect([...origins]).toEqual([server.url]);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await page.locator('script:not([src])').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are Tableau’s alone for the portal', async () => {
    const { page } = await openPage(browser, { height: 800 });
    const origins = listen(page);
    await page.goto(`${server.url}/portal`);
    await expect.poll(() => tableau.views.length).toBeGreaterThan(0);
    expect([...origins].sort()).toEqual([server.url, tableau.url].sort());
    await page.context().close();
  });

  it('that were named may frame a panel, which then asks for the configured library', async () => {
    const { panel, origins } = await framed(tableau);
    // What the played host has at that address is no library, and the panel says so.
    await panel.getByRole('heading', { name: 'Tableau’s library did not load' }).waitFor();
    expect([...origins].sort()).toEqual([tableau.url, server.url, library.url].sort());
  });

  it('that were not named see nothing of a panel', async () => {
    const { page, complaints, origins } = await framed(stranger);
    await expect.poll(() => complaints.join()).toContain('frame-ancestors');
    expect([...origins].sort()).toEqual([stranger.url, server.url].sort());
    expect(page.frames()[1]?.url()).not.toContain(server.url);
  });

  it('are listed for the administrator of a Tableau, with what remains to be done', async () => {
    const { page } = await openPage(browser, { height: 900 });
    await page.goto(`${server.url}/extension/`);
    expect(await page.locator('.check-open h3').allTextContents()).toEqual([
      'An address that Tableau takes, to do',
    ]);
    const done = page.locator('.check-done');
    expect(await done.allTextContents()).toEqual([
      expect.stringContaining(tableau.url),
      expect.stringContaining(library.url),
    ]);
  });
});
