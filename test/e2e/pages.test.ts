import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { type PlayedSite, startPlayedSite } from '../support/played-site.ts';

describe.skipIf(!hasChromium)('pages around the panels', () => {
  let site: PlayedSite;
  beforeAll(async () => {
    site = await startPlayedSite();
  });
  afterAll(() => site?.stop());
  const panels = usePanels(() => ({
    environment: {
      TABLEAU_URL: site.url,
      TABLEAU_DASHBOARDS:
        'executive:FanScores/Overview,athletics:FanScores/SeasonTickets,athletics:Games/Days',
      TABLEAU_CONNECTED_APP_ID: 'client-1',
      TABLEAU_CONNECTED_APP_SECRET_ID: 'secret-id-1',
      TABLEAU_CONNECTED_APP_SECRET: 'invented-secret-of-a-test-32-chars',
      TABLEAU_USER: 'viewer@example.edu',
    },
  }));

  const shoot = async (page: Page, name: string): Promise<void> => {
    const folder = process.env.SHOTS;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };
  const axe = async (page: Page): Promise<void> => {
    // What is inside a view is Tableau's.
    const { violations } = await new AxeBuilder({ page }).exclude('tableau-viz').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  };

  describe('for administrators of a Tableau', () => {
    it.each(['light', 'dark'] as const)(
      'say what to allow and what is missing, %s',
      async (theme) => {
        const { page, complaints } = await panels.open({
          height: 900,
          colorScheme: theme,
          permissions: ['clipboard-read', 'clipboard-write'],
        });
        await page.goto(`${panels.url}/extension/`);
        const port = new URL(panels.url).port;
        await page.getByText(`http://localhost:${port}/extension/churn`, { exact: true }).waitFor();
        await expect
          .poll(() => page.locator('.check-open h3').allTextContents())
          .toEqual([
            'An address that Tableau takes, to do',
            'Who may frame the panels, to do',
            'Tableau’s Extensions library, to do',
          ]);
        await page.getByRole('button', { name: 'Copy the address of Churn risk' }).click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(`http://localhost:${port}/extension/churn`);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '.trex of Churn risk' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe('churn.trex');
        await axe(page);
        await page.setViewportSize({ width: 360, height: 700 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(360);
        expect(complaints).toEqual([]);
      },
    );

    it('the API page looks like the others, and leads back', async () => {
      const { page, complaints } = await panels.open({ height: 800 });
      await page.goto(`${panels.url}/docs`);
      await axe(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await axe(page);
      await page.getByRole('link', { name: 'Preview' }).click();
      await page.waitForURL('**/preview*', { waitUntil: 'commit' });
      expect(complaints).toEqual([]);
    });

    it('the configure dialog says where it belongs when it is opened by itself', async () => {
      const { page, complaints } = await panels.open();
      await page.goto(`${panels.url}/extension/configure`);
      await page.getByText('This opens from the menu of a panel’s zone').waitFor();
      await axe(page);
      expect(complaints).toEqual([]);
    });
  });

  describe('the portal', () => {
    const open = async (query = '') => {
      const opened = await panels.open({ height: 800 });
      const tokens: string[] = [];
      opened.page.on('response', async (response) => {
        if (!response.url().endsWith('/auth/embedding-token')) return;
        const body: unknown = await response.json();
        tokens.push(String(Reflect.get(Object(body), 'token')));
      });
      await opened.page.goto(`${panels.url}/portal${query}`);
      return { ...opened, tokens };
    };
    const viz = (page: Page) => page.locator('tableau-viz');
    const fail = (page: Page, detail: object): Promise<void> =>
      viz(page).evaluate(
        (element, said) =>
          void element.dispatchEvent(new CustomEvent('vizloaderror', { detail: said })),
        detail,
      );

    it('embeds the first dashboard with a fresh token, and complains of nothing', async () => {
      const { page, complaints, tokens } = await open();
      await expect
        .poll(() => viz(page).getAttribute('src'))
        .toBe(`${site.url}/views/FanScores/Overview`);
      await expect.poll(() => viz(page).getAttribute('token')).toBe(tokens[0]);
      // Tableau's own code signs in with it, and only then frames the view.
      await expect
        .poll(() => site.views.some((url) => url.includes('FanScores/Overview')))
        .toBe(true);
      expect(site.tokens).toContain(tokens[0]);
      await expect.poll(() => page.locator('.tab[aria-current]').textContent()).toBe('Executive');
      expect(new URL(page.url()).searchParams.get('dashboard')).toBe('FanScores/Overview');
      await axe(page);
      await shoot(page, 'portal');
      await viz(page).evaluate(
        (element) => void element.dispatchEvent(new Event('firstinteractive')),
      );
      await expect.poll(() => page.locator('.cover').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('has a tab per department, a link per dashboard, and a way back', async () => {
      const { page, tokens } = await open('?department=athletics&dashboard=Games/Days');
      await expect.poll(() => viz(page).getAttribute('src')).toBe(`${site.url}/views/Games/Days`);
      await expect
        .poll(() => page.locator('.view').allTextContents())
        .toEqual(['Season tickets', 'Days']);
      await page.getByRole('link', { name: 'Executive' }).click();
      await expect
        .poll(() => viz(page).getAttribute('src'))
        .toBe(`${site.url}/views/FanScores/Overview`);
      await expect.poll(() => viz(page).count()).toBe(1);
      await page.setViewportSize({ width: 360, height: 700 });
      const ends = await page
        .locator('.tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().right));
      expect(Math.max(...ends)).toBeLessThanOrEqual(360);
      await page.goBack({ waitUntil: 'commit' });
      await expect.poll(() => viz(page).getAttribute('src')).toBe(`${site.url}/views/Games/Days`);
      await expect.poll(() => new Set(tokens).size).toBe(3);
    });

    it('says in plain words why Tableau shows nothing, and tries again', async () => {
      const { page, tokens } = await open();
      await viz(page).waitFor({ state: 'attached' });
      await fail(page, { errorCode: 'auth-failed', message: '{"errorCode":"16"}' });
      await page.getByText('Often a clock is wrong').waitFor();
      await page.getByText('Tableau said: auth-failed 16').waitFor();
      await axe(page);
      await shoot(page, 'portal-failed');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(() => tokens.length).toBe(2);
      await fail(page, { errorCode: 'invalid-url', message: 'nothing' });
      await page.getByText('This dashboard was not found').waitFor();
    });

    it('without its settings says what to set', async () => {
      const { page, complaints } = await panels.open({ height: 800 });
      await page.route('**/api/v1/portal', (route) =>
        route.fulfill({ json: { missing: ['TABLEAU_URL', 'TABLEAU_USER'], departments: [] } }),
      );
      await page.goto(`${panels.url}/portal`);
      await page.getByText('The portal is not connected to Tableau').waitFor();
      await expect
        .poll(() => page.locator('.missing dt').allTextContents())
        .toEqual(['TABLEAU_URL', 'TABLEAU_USER']);
      const ways = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
      await expect.poll(() => ways.allInnerTexts()).toEqual(['Preview', 'Add to Tableau', 'API']);
      await axe(page);
      await shoot(page, 'portal-missing');
      expect(complaints).toEqual([]);
    });
  });
});
