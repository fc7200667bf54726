import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
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
  beforeAll(async () => {
    [tableau, stranger, library] = await Promise.all([
      startPlayedSite(),
      startPlayedSite(),
      startPlayedSite(),
    ]);
  });
  afterAll(() => Promise.all([tableau, stranger, library].map((each) => each?.stop())));
  const panels = usePanels(() => ({
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
  }));

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
    const { page, complaints } = await panels.open({ height: 700 });
    const origins = listen(page);
    await page.goto(site.url);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      document.body.append(Object.assign(frame, { src, width: 900, height: 600 }));
    }, `${panels.url}/extension/score-rings`);
    return { page, complaints, origins, panel: page.frameLocator('iframe') };
  };

  it.each(PAGES)('are not contacted by %s, and nothing in it is inline', async (path, shown) => {
    const { page, complaints } = await panels.open({ height: 900 });
    const origins = listen(page);
    const answer = await page.goto(`${panels.url}${path}`);
    await page.locator(shown).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect([...origins]).toEqual([panels.url]);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    await expect.poll(() => page.locator('script:not([src])').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are Tableau’s alone for the portal', async () => {
    const { page } = await panels.open({ height: 800 });
    const origins = listen(page);
    await page.goto(`${panels.url}/portal`);
    await expect.poll(() => tableau.views.length).toBeGreaterThan(0);
    expect([...origins].sort()).toEqual([panels.url, tableau.url].sort());
    await page.context().close();
  });

  it('that were named may frame a panel, which then asks for the configured library', async () => {
    const { panel, origins } = await framed(tableau);
    // What the played host has at that address is no library, and the panel says so.
    await panel.getByRole('heading', { name: 'Tableau’s library did not load' }).waitFor();
    expect([...origins].sort()).toEqual([tableau.url, panels.url, library.url].sort());
  });

  it('that were not named see nothing of a panel', async () => {
    const { page, complaints, origins } = await framed(stranger);
    await expect.poll(() => complaints.join()).toContain('frame-ancestors');
    expect([...origins].sort()).toEqual([stranger.url, panels.url].sort());
    expect(page.frames()[1]?.url()).not.toContain(panels.url);
  });

  it('are listed for the administrator of a Tableau, with what remains to be done', async () => {
    const { page } = await panels.open({ height: 900 });
    await page.goto(`${panels.url}/extension/`);
    await expect
      .poll(() => page.locator('.check-open h3').allTextContents())
      .toEqual(['An address that Tableau takes, to do']);
    const done = page.locator('.check-done');
    await expect
      .poll(() => done.allTextContents())
      .toEqual([expect.stringContaining(tableau.url), expect.stringContaining(library.url)]);
  });
});
