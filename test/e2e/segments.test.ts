import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { churnFanAnswerSchema } from '../../server/contract/index.ts';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { axe, failAll, textOf } from './page-checks.ts';
import { uncut } from './uncut.ts';

const SIZES = [
  [160, 120],
  [300, 120],
  [320, 200],
  [320, 348],
  [480, 410],
  [720, 290],
  [960, 480],
  [1280, 360],
  [1600, 900],
] as const;

describe.skipIf(!hasChromium)('the segments', () => {
  const panels = usePanels();
  const open = async (query = '', options: OpenOptions = {}) => {
    const opened = await panels.open({ width: 1280, height: 520, ...options });
    await opened.page.goto(`${panels.url}/extension/segments?${query}`);
    await opened.page.locator('button.segment, .message').first().waitFor();
    return opened;
  };
  const choose = async (page: Page, label: string): Promise<void> => {
    await page.locator('button.segment', { hasText: label }).click();
    await page.locator('.identity .link-button').waitFor();
    await page.locator('.row-button').first().waitFor();
  };
  const countOf = async (page: Page, label: string): Promise<number> =>
    Number(
      await page
        .locator('button.segment', { hasText: label })
        .locator('.segment-count')
        .textContent(),
    );

  it('show what the service counts, and complain of nothing', async () => {
    const { page, complaints } = await open();
    const list = await panels.get('/api/v1/segments');
    const items: unknown = Reflect.get(Object(list), 'items');
    const counts = Array.isArray(items) ? items.map((item) => String(item.fans)) : [];
    await expect.poll(() => page.locator('.segment-count').allInnerTexts()).toEqual(counts);
    await expect.poll(() => page.locator('.sparkline path:not(.sparkline-gap)').count()).toBe(7);
    await choose(page, 'Inactive');
    expect(complaints).toEqual([]);
  });

  it('list as many fans as they count, of which only those in view are drawn', async () => {
    const { page } = await open();
    await choose(page, 'Inactive');
    const count = await countOf(page, 'Inactive');
    const table = page.locator('.virtual-table');
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(count + 1));
    await expect.poll(() => page.locator('.row-button').count()).toBeLessThan(60);
    await page.locator('.row-button').first().focus();
    await page.keyboard.press('End');
    const last = page.locator(`[data-row="${Math.min(count, 100) - 1}"]`);
    await last.waitFor();
    await expect.poll(() => last.evaluate((row) => row === document.activeElement)).toBe(true);
  });

  it('are searched, narrowed and sorted', async () => {
    const { page } = await open();
    await choose(page, 'Inactive');
    const id = (await page.locator('.row-button').allInnerTexts())[3] ?? '';
    await page.getByLabel('Search fans').fill(id);
    await expect.poll(() => page.locator('.row-button').allInnerTexts()).toEqual([id]);
    await expect.poll(() => textOf(page.locator('.identity b').nth(1))).toMatch(/^1 of \d+ fans$/);
    await page.getByLabel('Search fans').fill('nobody');
    await page.getByText('No fan of this segment matches.').waitFor();
    await expect.poll(() => textOf(page.locator('.identity b').nth(1))).toMatch(/^0 of \d+ fans$/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.locator('.row-button').first().waitFor();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByLabel('Sport').selectOption('Football');
    await expect
      .poll(async () => [...new Set(await page.locator('td.col-sport').allInnerTexts())])
      .toEqual(['Football']);
    await page.getByLabel('Highest score').fill('30');
    await page.keyboard.press('Enter');
    const best = () => page.locator('td.col-score').first().textContent();
    await expect.poll(async () => Number(await best()) <= 30).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Spent' }).click();
    const spent = async () =>
      (await page.locator('td.col-value').allInnerTexts()).map((text) =>
        Number(text.replace(/[^\d.]/g, '')),
      );
    await expect
      .poll(async () => {
        const values = await spent();
        return values.length > 1 && values.every((value, i) => value <= (values[i - 1] ?? value));
      })
      .toBe(true);
    await expect
      .poll(() => page.locator('th[aria-sort=descending]').textContent())
      .toContain('Spent');
  });

  it('say who moved, and that before + in - out = now', async () => {
    const { page } = await open();
    await choose(page, 'Inactive');
    const words = await textOf(page.locator('.identity .number'));
    const [before = 0, entered = 0, left = 0, now = 0] = [...words.matchAll(/\d+/g)].map(Number);
    expect(before + entered - left).toBe(now);
    expect(now).toBe(await countOf(page, 'Inactive'));
    await page.getByRole('button', { name: 'Who moved' }).click();
    await page.getByLabel('Since', { exact: true }).selectOption({ index: 1 });
    await expect.poll(() => textOf(page.locator('.identity .number'))).not.toBe(words);
    await page.locator('.movers-side .row-button').first().click();
    await page.locator('.card-score').waitFor();
  });

  it('open a fan by keyboard, with a receipt, and come back', async () => {
    const { page } = await open();
    await choose(page, 'Inactive');
    await page.locator('.row-button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.card-score').waitFor();
    const fan = await page.locator('.row-open .row-button').textContent();
    // The reasons are those of whatever judged the risk, as the churn panel has them.
    const told = await page.evaluate(
      async (id) => await (await fetch(`/api/v1/churn/fans/${id}`)).json(),
      fan,
    );
    const { reasons } = churnFanAnswerSchema.parse(told);
    await expect
      .poll(() => page.locator('.risk-reasons li > span').allInnerTexts())
      .toEqual(reasons.map(({ text }) => text));
    await expect.poll(() => page.locator('.card-who h2').textContent()).toBe(fan);
    await page.locator('.card-ring').first().click();
    await page.locator('.receipt-table').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-fan')))
      .toBe(fan);
  });

  it('tell of a fan in the numbers of the reader', async () => {
    const { page } = await open('locale=de-DE');
    await choose(page, 'Inactive');
    await page.locator('.row-button').first().click();
    const score = await page.locator('.card-figure').textContent();
    expect(score).toMatch(/^\d+,\d$/);
    await expect.poll(() => textOf(page.locator('.card-story'))).toContain(` ${score} `);
  });

  it('say in a narrow panel whose fans these are, and choose nothing by themselves', async () => {
    const { page } = await open('', { width: 340, height: 390 });
    const chosen = page.locator('.segment[aria-current=true]');
    const tint = () => chosen.evaluate((row) => getComputedStyle(row).backgroundColor);
    await expect.poll(() => tint()).toBe('rgba(0, 0, 0, 0)');
    await choose(page, 'Inactive');
    await expect.poll(() => textOf(page.locator('.identity'))).toMatch(/^Inactive\s+\d+ fans/);
    await page.getByRole('button', { name: 'Who moved' }).click();
    await page.keyboard.press('Escape');
    await page.locator('.virtual-table').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(tint).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('write names and tiers in full, however narrow the list', async () => {
    const { page } = await open('', { width: 340, height: 390 });
    await choose(page, 'Inactive');
    const cut = () =>
      page.locator('.row-button, td.col-loyalty, td.col-affiliation').evaluateAll((cells) =>
        cells
          .filter((cell) => cell.checkVisibility())
          .filter((cell) => {
            const row = cell.closest('tr')?.getBoundingClientRect();
            return (
              cell.scrollWidth > cell.clientWidth + 1 ||
              cell.getBoundingClientRect().height > (row?.height ?? 0) + 1
            );
          })
          .map((cell) => cell.textContent),
      );
    for (const width of [340, 700, 860, 1060, 1280, 1600]) {
      await page.setViewportSize({ width, height: 390 });
      await expect.poll(() => cut(), { message: `${width}` }).toEqual([]);
    }
    await page.getByRole('button', { name: 'Who moved' }).click();
    await page.locator('.movers-side .row-button').first().waitFor();
    for (const width of [340, 700, 800]) {
      await page.setViewportSize({ width, height: 390 });
      await expect.poll(() => cut(), { message: `movers at ${width}` }).toEqual([]);
    }
  });

  it('are walked by arrow keys, with one stop for Tab', async () => {
    const { page } = await open();
    await page.locator('button.segment').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => textOf(page.locator('[aria-current=true] .segment-name')))
      .toBe('Champions');
    await expect.poll(() => page.locator('button.segment[tabindex="0"]').count()).toBe(1);
  });

  it('stand in whole lines where there is no room for all, the last a key away', async () => {
    const { page } = await open('', { width: 160, height: 120 });
    const inView = () =>
      page.locator('.segment-list').evaluate((list) => {
        const { top, bottom } = list.getBoundingClientRect();
        return [...list.querySelectorAll('.segment')].flatMap((each) => {
          const box = each.getBoundingClientRect();
          const name = each.querySelector('.segment-name')?.textContent ?? '';
          return box.top >= top - 1 && box.bottom <= bottom + 1 ? [name] : [];
        });
      });
    await expect.poll(inView).toContain('At risk');
    await page.locator('button.segment').first().focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(inView).toContain('New members');
  });

  it('are saved whole, with their count said first', async () => {
    const { page } = await open();
    await choose(page, 'Inactive');
    const count = await countOf(page, 'Inactive');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download ${count} fans in Inactive as CSV` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^segments-inactive-.*\.csv$/);
    let text = '';
    for await (const chunk of await download.createReadStream()) text += String(chunk);
    expect(text.trimEnd().split('\n')).toHaveLength(count + 1);
  });

  it('narrow the dashboard, and follow it', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Filter dashboard' }).click();
    await expect.poll(() => textOf(page.locator('.frame-context'))).toMatch(/^Elite, \d+ member/);
    const { page: filtered } = await open('sport=Football');
    await expect.poll(() => textOf(filtered.locator('.frame-context'))).toMatch(/^Football, /);
    await filtered.getByRole('button', { name: 'Filters' }).click();
    await expect.poll(() => filtered.getByLabel('Sport').isDisabled()).toBe(true);
  });

  it('become tables, a file and a picture', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy as PNG' }).click();
    const types = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    await expect.poll(types).toContain('image/png');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^segments-all-/);
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect.poll(() => page.locator('.sizes-table tbody tr').count()).toBe(7);
    await expect.poll(() => page.locator('.days-table tbody tr').count()).toBe(4);
    await page.setViewportSize({ width: 300, height: 600 });
    const tables = page.locator('.tables');
    await expect.poll(() => tables.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  describe('in every state', () => {
    it('load in the shape of what is to come', async () => {
      const { page } = await panels.open({ width: 480, height: 410 });
      await page.route('**/api/v1/segments?*', () => new Promise(() => {}));
      await page.goto(`${panels.url}/extension/segments`);
      await expect.poll(() => page.locator('.skeleton .segment').count()).toBe(7);
      const rows = page.locator('.skeleton .row-bones');
      await expect.poll(() => rows.isVisible()).toBe(false);
      await page.setViewportSize({ width: 960, height: 480 });
      await expect.poll(() => rows.isVisible()).toBe(true);
      await axe(page);
    });

    it('name the filters that leave nobody, and lift them', async () => {
      const { page } = await open('sport=Curling&affiliation=Faculty');
      await expect
        .poll(() => textOf(page.locator('.message')))
        .toContain('Together they leave no one.');
      await axe(page);
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.locator('button.segment').first().waitFor();
    });

    it.each([
      [{ status: 401, code: 'unauthenticated' }, 'Sign in to see scores', 'Sign in'],
      [{ status: 500, code: 'internal' }, 'Segments did not load', 'Try again'],
    ])('say what is wrong and offer the way on: %j', async (problem, title, action) => {
      const { page } = await panels.open({ width: 620, height: 280 });
      await failAll(page, problem);
      await page.goto(`${panels.url}/extension/segments`);
      await page.getByRole('heading', { name: title }).waitFor();
      await axe(page);
      await page.unroute('**/api/v1/**');
      await page.getByRole('button', { name: action }).click();
      await page.locator('button.segment').first().waitFor();
    });

    it('say that the worksheets are older', async () => {
      const { page } = await open('extract_date=2020-01-01');
      await expect
        .poll(() => textOf(page.locator('.banner')))
        .toMatch(/^Worksheets show Jan 1, 2020/);
    });
  });

  describe('for every reader', () => {
    it.each(['light', 'dark'] as const)('pass axe in the %s theme', async (theme) => {
      const { page } = await open('', { colorScheme: theme });
      await choose(page, 'Inactive');
      await axe(page);
      await page.locator('.row-button').first().click();
      await page.locator('.card-score').waitFor();
      await axe(page);
      await page.getByRole('button', { name: 'Filters' }).click();
      await axe(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Who moved' }).click();
      await page.locator('.movers-side').first().waitFor();
      await axe(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.locator('.sizes-table').waitFor();
      await axe(page);
    });

    it('are cut at no size, whatever is open', async () => {
      const { page } = await open();
      await choose(page, 'Inactive');
      const check = async (what: string): Promise<void> => {
        for (const [width, height] of SIZES) {
          await page.setViewportSize({ width, height });
          await uncut(page, `${what} at ${width} x ${height}`);
        }
        await page.setViewportSize({ width: 1280, height: 520 });
      };
      await check('fans');
      for (let width = 160; width <= 1600; width += 96) {
        await page.setViewportSize({ width, height: 300 });
        await uncut(page, `${width} x 300`);
      }
      await page.setViewportSize({ width: 1280, height: 520 });
      await page.getByRole('button', { name: 'Who moved' }).click();
      await check('movers');
      await page.locator('.movers-side .row-button').first().click();
      await page.locator('.card-score').waitFor();
      await check('card');
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.locator('.sizes-table').waitFor();
      await check('table');
    });

    it('print without controls, on white', async () => {
      const { page } = await open('', { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      for (const control of ['.frame-tools', '.search', '.fans-actions .button']) {
        await expect
          .poll(() => page.locator(control).first().isVisible(), { message: control })
          .toBe(false);
      }
    });

    it('print every row, not only those in view', async () => {
      const { page } = await open();
      await choose(page, 'Inactive');
      const count = await countOf(page, 'Inactive');
      await expect.poll(() => page.locator('.row-button').count()).toBeLessThan(count);
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.row-button').count()).toBe(count);
    });
  });
});
