import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { bestFan } from './fans.ts';
import { axe, textOf } from './page-checks.ts';

/** Notes how far the first arc is drawn back, whenever that changes. */
const NOTE_FRAMES = `
  window.seen = new Set();
  const note = () => {
    const back = document.querySelector('.ring-arc')?.style.strokeDashoffset;
    if (back) window.seen.add(back);
    requestAnimationFrame(note);
  };
  note();
`;

describe.skipIf(!hasChromium)('the score rings', () => {
  const panels = usePanels();
  let fan: string;

  beforeAll(async () => {
    fan = await bestFan(panels);
  });

  const start = async (options: OpenOptions = {}) => panels.open(options);
  const go = async (page: Page, query: string): Promise<void> => {
    await page.goto(`${panels.url}/extension/score-rings?${query}`);
    await page.locator('.rings:not(.skeleton), .message').first().waitFor();
  };
  const openFan = async (options: OpenOptions = {}) => {
    const opened = await start(options);
    await go(opened.page, `wonder_id=${fan}`);
    return opened;
  };

  describe('of a fan', () => {
    it('show what the service says, and complain of nothing', async () => {
      const { page, complaints } = await openFan();
      const record = await panels.get(`/api/v1/scores/${fan}`);
      expect(record).toMatchObject({ wonder_id: fan });
      const score = (name: string): number => Number(Reflect.get(Object(record), name));
      await expect.poll(() => textOf(page.locator('.hero'))).toBe(score('wonder_score').toFixed(1));
      const values = await page.locator('.ring-value').allInnerTexts();
      const names = ['engagement', 'loyalty', 'value', 'sentiment', 'advocacy'];
      values.forEach((value, index) => {
        // A default is no data of the fan's own: a dash.
        if (value !== '–') expect(value).toBe(String(Math.round(score(`${names[index]}_score`))));
      });
      await expect
        .poll(() => textOf(page.locator('.standing-rank')))
        .toMatch(/^Top \d[\d.]*% of members$/);
      await expect
        .poll(() => textOf(page.locator('.rings-standing .delta')))
        .toMatch(/in 28\s+days/);
      await expect
        .poll(() => textOf(page.locator('.frame-foot')))
        .toMatch(/Data to .*Scored .*Loaded just/s);
      expect(complaints).toEqual([]);
    });

    it('open a receipt whose points add up, and say so', async () => {
      const { page } = await openFan();
      for (const name of ['engagement', 'loyalty', 'value', 'sentiment', 'advocacy', 'wonder']) {
        await page.locator(`[data-receipt-of=${name}]`).click();
        // Not the one before.
        await page.locator('#receipt-title', { hasText: name }).waitFor();
        await page.locator('.receipt-table').waitFor();
        const cells = await page.locator('.receipt-table tr td:last-child').allInnerTexts();
        const points = cells.map((text) => Number(text.replace('\u2212', '-')));
        const total = points.pop() ?? Number.NaN;
        const sum = points.reduce((all, one) => all + one, 0);
        expect(sum, name).toBeCloseTo(total, 6);
        await expect
          .poll(() => textOf(page.locator('.receipt-note')))
          .toContain(`Points add up to the score, ${total.toFixed(2)}.`);
      }
    });

    it('open receipts of the further scores', async () => {
      const { page } = await openFan();
      const further = page.locator('button.strip-cell');
      await expect.poll(() => further.count()).toBeGreaterThan(0);
      await further.last().click();
      await page.locator('.receipt-table').waitFor();
    });

    it('become a table with the same figures, and their history', async () => {
      const { page } = await openFan({ width: 960, height: 420 });
      await page.getByRole('button', { name: 'Show as table' }).click();
      const rows = page.locator('.score-table tbody tr');
      await expect.poll(() => rows.count()).toBe(11);
      await expect.poll(() => textOf(page.locator('.row-total td').last())).toBe('');
      await expect.poll(() => textOf(page.locator('.row-total .col-weight'))).toBe('100%');
      await expect.poll(() => page.locator('.history-table tbody tr').count()).toBe(4);
    });

    it('are saved as a file', async () => {
      const { page } = await openFan();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^wonderscore-.*-\d{4}-\d\d-\d\d\.csv$/);
    });

    it('are copied as a picture', async () => {
      const { page, complaints } = await openFan({
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByRole('button', { name: 'Copy as PNG' }).click();
      const types = () =>
        page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
      await expect.poll(types).toContain('image/png');
      expect(complaints).toEqual([]);
    });
  });

  describe('by keyboard', () => {
    it('walk among the rings, open, close, and come back', async () => {
      const { page } = await openFan();
      await page.locator('[data-receipt-of=engagement]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => focused(page)).toBe('value');
      await page.keyboard.press('End');
      await expect.poll(() => focused(page)).toBe('advocacy');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.receipt-table').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Close receipt');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toBe('engagement');
      await expect.poll(() => page.locator('.receipt').count()).toBe(0);
    });

    it('reach every control, each with a visible focus', async () => {
      const { page } = await openFan();
      const seen: string[] = [];
      for (let step = 0; step < 14; step += 1) {
        await page.keyboard.press('Tab');
        const { name, outline } = await page.evaluate(() => {
          const element = document.activeElement ?? document.body;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            name:
              element.getAttribute('aria-label') ?? element.getAttribute('data-receipt-of') ?? '',
            outline: outlineStyle === 'none' ? '' : outlineWidth,
          };
        });
        if (name === '') break;
        seen.push(name);
        expect(outline, name).toBe('2px');
      }
      expect(seen.slice(0, 7)).toEqual([
        'Show as table',
        'Find a fan',
        'Download CSV',
        'Copy as PNG',
        expect.stringMatching(/^WonderScore .*Receipt$/),
        expect.stringMatching(/^\w+\. Filter the dashboard to this tier$/),
        expect.stringMatching(/^Engagement .*Receipt$/),
      ]);
      // The other rings are reached by arrow keys: one stop, not five.
      expect(seen.some((name) => name.startsWith('Loyalty'))).toBe(false);
    });

    it('show the tools of the smallest panel once they have the focus', async () => {
      const { page } = await openFan({ width: 300, height: 120 });
      const table = page.getByRole('button', { name: 'Show as table' });
      await page.keyboard.press('Tab');
      await expect
        .poll(() => table.evaluate((button) => button === document.activeElement))
        .toBe(true);
      expect(
        await page.locator('.frame-tools').evaluate((tools) => getComputedStyle(tools).opacity),
      ).toBe('1');
      await page.keyboard.press('Enter');
      await page.locator('.score-table').waitFor();
    });
  });

  describe('of everybody', () => {
    it('are averages with their number of members, and receipts that add up', async () => {
      const { page } = await start();
      await go(page, '');
      await expect
        .poll(() => textOf(page.locator('.standing-rank')))
        .toMatch(/^Average of \d+ members$/);
      for (const name of ['engagement', 'wonder']) {
        await page.locator(`[data-receipt-of=${name}]`).click();
        // Not the one before.
        await page.locator('#receipt-title', { hasText: name }).waitFor();
        await page.locator('.receipt-table').waitFor();
        const cells = await page.locator('.receipt-table tr td:last-child').allInnerTexts();
        const points = cells.map((text) => Number(text.replace('\u2212', '-')));
        const total = points.pop() ?? Number.NaN;
        expect(points.reduce((all, one) => all + one, 0)).toBeCloseTo(total, 6);
        await expect
          .poll(() => textOf(page.locator('.receipt-note')))
          .toContain(`Points add up to the average, ${total.toFixed(2)}.`);
      }
    });

    it('are narrowed by filters, and say by which', async () => {
      const { page } = await start();
      await go(page, 'sport=Football');
      await expect.poll(() => textOf(page.locator('.frame-context'))).toBe('Football');
    });
  });

  describe('in every state', () => {
    const failing = async (status: number, code: string, headers: Record<string, string> = {}) => {
      const opened = await start({ width: 620, height: 280 });
      await opened.page.route('**/api/v1/**', (route) =>
        route.fulfill({
          status,
          headers: { 'content-type': 'application/problem+json', ...headers },
          body: JSON.stringify({ code, detail: 'A sentence.', request_id: '7f3c-19ab', status }),
        }),
      );
      return opened;
    };

    it('load in the shape of what is to come', async () => {
      const { page } = await start({ width: 620, height: 280 });
      await page.route('**/api/v1/cohort', () => new Promise(() => {}));
      await page.goto(`${panels.url}/extension/score-rings`);
      await expect.poll(() => page.locator('.skeleton .ring-bone').count()).toBe(5);
      await expect.poll(() => page.locator('main').getAttribute('aria-busy')).toBe('true');
      await expect.poll(() => textOf(page.getByRole('status'))).toBe('Loading scores');
      await axe(page);
    });

    it('name the filters that leave nobody, and lift them', async () => {
      const { page } = await start({ width: 620, height: 280 });
      await go(page, 'sport=Curling&affiliation=Faculty');
      await expect
        .poll(() => textOf(page.locator('.message')))
        .toContain('Sport is Curling and affiliation is Faculty. Together they leave no one.');
      await axe(page);
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.locator('.hero').waitFor();
      await expect.poll(() => textOf(page.locator('.frame-context'))).toBe('All members');
    });

    it('say that a fan is unknown, and go back to everybody', async () => {
      const { page } = await start({ width: 620, height: 280 });
      await go(page, 'wonder_id=nobody');
      await expect.poll(() => textOf(page.locator('h2'))).toBe('No score for this fan');
      await page.getByRole('button', { name: 'Show all members' }).click();
      await page.locator('.hero').waitFor();
    });

    it('say that scores are stale, in a banner or, where it is low, in the freshness line', async () => {
      const { page } = await start({ width: 720, height: 340 });
      await page.route('**/api/v1/cohort', async (route) => {
        const response = await route.fetch();
        const body: unknown = await response.json();
        const meta: unknown = Reflect.get(Object(body), 'meta');
        const stale = { ...Object(meta), stale: true, stale_because: 'The last run was refused.' };
        await route.fulfill({ response, json: { ...Object(body), meta: stale } });
      });
      await go(page, '');
      await expect
        .poll(() => textOf(page.locator('.banner')))
        .toMatch(/^Scores are from .*The last run was refused\./);
      await axe(page);
      await page.setViewportSize({ width: 320, height: 200 });
      await expect.poll(() => page.locator('.banner').isVisible()).toBe(false);
      await expect.poll(() => textOf(page.locator('.foot-date'))).toMatch(/^Stale\./);
    });

    it('ask to sign in', async () => {
      const { page } = await failing(401, 'unauthenticated');
      await go(page, '');
      await expect.poll(() => textOf(page.locator('h2'))).toBe('Sign in to see scores');
      await expect.poll(() => page.locator('.message button').allInnerTexts()).toEqual(['Sign in']);
      await axe(page);
    });

    it('say what failed, under which request, and try again', async () => {
      const { page } = await failing(500, 'internal');
      await go(page, '');
      await expect.poll(() => textOf(page.locator('h2'))).toBe('Scores did not load');
      await expect.poll(() => textOf(page.locator('.frame-foot'))).toContain('Request 7f3c-19ab');
      await expect.poll(() => textOf(page.locator('.panel'))).not.toContain('A sentence.');
      await axe(page);
      await page.unroute('**/api/v1/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.hero').waitFor();
    });

    it('come back by themselves after as long as the service asks for', async () => {
      const { page } = await failing(503, 'warehouse_unavailable', { 'retry-after': '4' });
      await go(page, '');
      await expect
        .poll(() => textOf(page.locator('.message')))
        .toContain('We try again in 4 seconds.');
      await page.unroute('**/api/v1/**');
      await page.locator('.hero').waitFor({ timeout: 10_000 });
    });
  });

  describe('for every reader', () => {
    it.each(['light', 'dark'] as const)('pass axe in the %s theme', async (theme) => {
      const { page } = await openFan({ colorScheme: theme });
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(theme);
      await axe(page);
      await page.locator('[data-receipt-of=engagement]').click();
      await page.locator('.receipt-table').waitFor();
      await axe(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await axe(page);
      await go(page, '');
      await axe(page);
      for (const [width, height] of [
        [160, 120],
        [300, 120],
        [320, 200],
        [520, 290],
      ] as const) {
        await page.setViewportSize({ width, height });
        await axe(page);
      }
    });

    it('grow once, and are at their end at once where motion is reduced', async () => {
      const drawnBack = (page: Page) =>
        page
          .locator('.ring-arc')
          .first()
          .evaluate((arc) => (arc instanceof SVGElement ? arc.style.strokeDashoffset : ''));
      const { page: still } = await openFan();
      const grown = await drawnBack(still);
      const { page: moving } = await start({ reducedMotion: 'no-preference' });
      await moving.addInitScript({ content: NOTE_FRAMES });
      await go(moving, `wonder_id=${fan}`);
      await expect.poll(() => drawnBack(moving)).toBe(grown);
      const seen = await moving.evaluate(() => [...Reflect.get(window, 'seen')].map(Number));
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual([...seen].sort((one, other) => other - one));
    });

    it('have an orb where it is wanted, and none where motion is reduced', async () => {
      const moving = { width: 1280, height: 480, reducedMotion: 'no-preference' } as const;
      const { page, complaints } = await start(moving);
      await go(page, 'orb=on');
      await page.locator('.orb canvas').waitFor();
      const orb = page.getByRole('img', {
        name: /^Orb of the WonderScore: [\d.]+ is quiet, under 70$/,
      });
      await expect.poll(() => textOf(orb)).toBe('Quiet, under 70');
      const drawn = () => page.locator('.orb canvas').screenshot();
      const first = await drawn();
      await expect.poll(async () => (await drawn()).equals(first)).toBe(false);
      expect(complaints).toEqual([]);
      const { page: plain } = await start(moving);
      await go(plain, '');
      await expect.poll(() => plain.locator('.orb').count()).toBe(0);
      const { page: still } = await start({ width: 1280, height: 480 });
      await go(still, 'orb=on');
      await expect.poll(() => still.locator('.orb').count()).toBe(0);
    });

    it('write numbers in the viewer’s locale', async () => {
      const { page } = await start();
      await go(page, 'locale=de-DE');
      await expect.poll(() => textOf(page.locator('.hero'))).toMatch(/^\d+,\d$/);
    });

    it('print without controls, on white', async () => {
      const { page } = await openFan({ colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.frame-tools').isVisible()).toBe(false);
      const ground = await page
        .locator('.panel')
        .evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect(ground).toBe('rgb(255, 255, 255)');
    });
  });
});

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-receipt-of'));
}
