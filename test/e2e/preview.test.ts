import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { axe } from './page-checks.ts';

describe.skipIf(!hasChromium)('the preview', () => {
  const panels = usePanels();
  /** The preview with the score rings and its list shown, and the questions that the panel and the list ask from then on. */
  const open = async (query = '', options: OpenOptions = {}) => {
    const { page, complaints } = await panels.open({ width: 1440, height: 900, ...options });
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      // The worksheets around them count by themselves.
      const counts = request.frame() === page.mainFrame() && pathname.endsWith('/cohort');
      if (pathname.startsWith('/api/') && !counts)
        asked.push(decodeURIComponent(pathname + search));
    });
    const search = new URLSearchParams(query);
    search.set('panel', 'score-rings');
    await page.goto(`${panels.url}/preview?${search}`);
    const panel = page.frameLocator('iframe');
    await panel.locator('.rings:not(.skeleton), .message').first().waitFor();
    await page.locator('.fan, .zone-fans .zone-note').first().waitFor();
    asked.length = 0;
    return { page, panel, asked, complaints };
  };

  describe('as a dashboard around the panel', () => {
    it('shows everybody first, and complains of nothing', async () => {
      const { page, panel, complaints } = await open();
      await expect.poll(() => contextOf(panel)).toBe('All members');
      await expect
        .poll(() => page.locator('.zone-tiers .bar-label').allInnerTexts())
        .toEqual(['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer']);
      await expect.poll(() => page.locator('.segment').count()).toBe(7);
      expect(complaints).toEqual([]);
    });

    it('narrows the panel and the list by a filter, each with one request', async () => {
      const { page, panel, asked } = await open();
      await page.getByLabel('Sport', { exact: true }).selectOption('Football');
      await expect.poll(() => contextOf(panel)).toBe('Football');
      await page.waitForTimeout(500);
      expect(asked.filter((path) => path.includes('/cohort'))).toEqual([
        '/api/v1/cohort?sport=Football',
      ]);
      expect(asked.filter((path) => path.includes('/fans?'))).toEqual([
        '/api/v1/fans?sport=Football&limit=50',
      ]);
    });

    it('makes one request of a burst of filters', async () => {
      const { page, panel, asked } = await open();
      // In one go: between three clicks from outside, a busy machine may take longer than a burst lasts.
      await page.locator('body').evaluate((body) => {
        for (const [label, value] of [
          ['Sport', 'Football'],
          ['Affiliation', 'Alumni'],
        ]) {
          const selects = [...body.querySelectorAll('select')];
          const select = selects.find((each) =>
            each.labels[0]?.textContent?.startsWith(label ?? ''),
          );
          if (select === undefined) throw new Error(`no ${label}`);
          select.value = value ?? '';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }
        body.querySelectorAll<HTMLElement>('.zone-tiers .bar')[3]?.click();
      });
      await expect.poll(() => contextOf(panel)).toBe('Football, Alumni, Friend');
      expect(asked.filter((path) => path.includes('/cohort'))).toHaveLength(1);
    });

    it('counts in its worksheets whom its filters leave', async () => {
      const { page } = await open();
      await page.getByLabel('Sport', { exact: true }).selectOption('Football');
      const counts = () => page.locator('.zone-tiers .bar > .number').allInnerTexts();
      const tiers = await page.locator('.zone-tiers .bar-label').allInnerTexts();
      const expected = await Promise.all(
        tiers.map(async (tier) => {
          const cohort = await panels.get(`/api/v1/cohort?sport=Football&tier=${tier}`);
          const fans: unknown = Reflect.get(Object(cohort), 'fans');
          return fans === null ? 'few' : String(fans);
        }),
      );
      await expect.poll(counts).toEqual(expected);
      await expect.poll(() => page.locator('.zone-sports .bar').count()).toBe(5);
    });

    it('turns the panel to the fan who is selected, and back', async () => {
      const { page, panel } = await open();
      const row = page.locator('.fan').nth(2);
      await row.click();
      const id = await page.locator('.fan-name').nth(2).textContent();
      await expect.poll(() => contextOf(panel)).toBe(id);
      await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
      await row.click();
      await expect.poll(() => contextOf(panel)).toBe('All members');
    });

    it('lifts its filters when the panel asks for it', async () => {
      const { page, panel } = await open('?sport=Curling');
      await panel.getByRole('button', { name: 'Clear filters' }).click();
      await expect.poll(() => contextOf(panel)).toBe('All members');
      await expect.poll(() => page.getByLabel('Sport', { exact: true }).inputValue()).toBe('');
    });

    it('keeps what it shows in its address', async () => {
      const { page } = await open();
      await page.getByLabel('Sport', { exact: true }).selectOption('Football');
      await page.locator('.fan').first().waitFor();
      const { page: again, panel } = await open(new URL(page.url()).search);
      await expect
        .poll(() => again.getByLabel('Sport', { exact: true }).inputValue())
        .toBe('Football');
      await expect.poll(() => contextOf(panel)).toBe('Football');
    });

    it('takes no orders from a stranger', async () => {
      const { page, panel } = await open();
      await page.evaluate(() => {
        const message = { wonder: 'apply-filter', field: 'sport', value: 'Football' };
        window.postMessage(message, '*');
      });
      await page.waitForTimeout(500);
      await expect.poll(() => contextOf(panel)).toBe('All members');
    });
  });

  describe('as a dashboard of all panels', () => {
    it('gives each its place, wide and narrow, and none is cut', async () => {
      const { page, complaints } = await panels.open({ width: 1440, height: 900 });
      await page.goto(`${panels.url}/preview`);
      const ready: Readonly<Record<string, string>> = {
        'score-rings': '.hero',
        segments: 'button.segment',
        churn: '.figure-of-at',
      };
      for (const [stem, sign] of Object.entries(ready)) {
        await page.frameLocator(`[data-panel=${stem}] iframe`).locator(sign).first().waitFor();
      }
      await expect.poll(() => zonesOnEachOther(page)).toEqual([]);
      await page.setViewportSize({ width: 800, height: 900 });
      await expect.poll(() => zonesOnEachOther(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('leaves the keyboard where it is when a member is selected', async () => {
      const { page } = await panels.open({ width: 1440, height: 900 });
      await page.goto(`${panels.url}/preview`);
      const segments = page.frameLocator('[data-panel=segments] iframe');
      await segments.locator('button.segment').first().waitFor();
      await page.locator('.fan').first().focus();
      await page.keyboard.press('Enter');
      const id = await page.locator('.fan-name').first().textContent();
      await expect
        .poll(() => contextOf(page.frameLocator('[data-panel=score-rings] iframe')))
        .toBe(id);
      await segments.locator('.card').waitFor({ state: 'attached' });
      // The zone is for one thing, and nobody asked it for a card.
      await expect.poll(() => segments.locator('button.segment').first().isVisible()).toBe(true);
      await page.keyboard.press('ArrowDown');
      const second = page.locator('.fan').nth(1);
      await expect.poll(() => second.evaluate((row) => row === document.activeElement)).toBe(true);
    });

    it('turns all panels by one filter, and opens one by itself', async () => {
      const { page } = await panels.open({ width: 1440, height: 900 });
      await page.goto(`${panels.url}/preview`);
      const context = (stem: string) =>
        page.frameLocator(`[data-panel=${stem}] iframe`).locator('.frame-context').textContent();
      await page.getByLabel('Sport', { exact: true }).selectOption('Football');
      for (const stem of ['score-rings', 'segments', 'churn']) {
        await expect.poll(() => context(stem)).toMatch(/^Football/);
      }
      await page.getByRole('button', { name: 'Churn', exact: true }).click();
      await expect.poll(() => page.locator('iframe:visible').count()).toBe(1);
      expect(new URL(page.url()).searchParams.get('panel')).toBe('churn');
    });

    it('keeps what was chosen in a panel from one view to the other', async () => {
      const { page } = await panels.open({ width: 1440, height: 900 });
      await page.goto(`${panels.url}/preview`);
      const segments = page.frameLocator('[data-panel=segments] iframe');
      await segments.locator('button.segment', { hasText: 'Champions' }).click();
      const chosen = segments.locator('.identity b').first();
      await expect.poll(() => chosen.textContent()).toBe('Champions');
      await page.getByRole('button', { name: 'Segments', exact: true }).click();
      await segments.locator('.virtual-table').waitFor();
      await expect.poll(() => chosen.textContent()).toBe('Champions');
      await page.getByRole('button', { name: 'Dashboard', exact: true }).click();
      await expect.poll(() => page.locator('iframe:visible').count()).toBe(5);
    });
  });

  describe('as a list of members', () => {
    it('says of a member what has room, in whole words', async () => {
      const { page } = await open();
      await page.setViewportSize({ width: 320, height: 900 });
      const parts = () =>
        page.locator('.fan-about').evaluateAll((lines) =>
          lines.flatMap((line) => {
            const { right, bottom } = line.getBoundingClientRect();
            return [...line.children].map((part) => {
              const box = part.getBoundingClientRect();
              if (box.top >= bottom - 1) return 'gone';
              return box.right <= right + 1 && box.bottom <= bottom + 1 ? 'whole' : 'cut';
            });
          }),
        );
      await expect.poll(async () => new Set(await parts())).toEqual(new Set(['whole', 'gone']));
    });

    it('grows by itself to its end', async () => {
      const { page } = await open();
      const total = Number(await page.locator('.fans-total').textContent());
      expect(total).toBeGreaterThan(100);
      await expect
        .poll(
          async () => {
            await page.locator('.fan').last().scrollIntoViewIfNeeded();
            return page.locator('.fan').count();
          },
          { timeout: 30_000 },
        )
        .toBe(total);
      await expect.poll(() => page.locator('.more').count()).toBe(0);
    });

    it('is searched, and says when nobody matches', async () => {
      const { page } = await open();
      const id = (await page.locator('.fan-name').nth(4).textContent()) ?? '';
      await page.getByLabel('Search members').fill(id);
      await expect.poll(() => page.locator('.fan').count()).toBe(1);
      await page.getByLabel('Search members').fill('nobody at all');
      await page.getByText('No member matches.').waitFor();
    });

    it('is narrowed to a segment, as many as the segment has', async () => {
      const { page } = await open();
      const segment = page.locator('.segment', { hasText: 'Inactive' });
      const fans = await segment.locator('.number').first().textContent();
      await segment.click();
      await page.locator('.chip').waitFor();
      await expect.poll(() => page.locator('.fans-total').textContent()).toBe(fans);
      await page.locator('.chip').click();
      await expect.poll(() => page.locator('.fans-total').textContent()).not.toBe(fans);
    });

    it('is walked by arrow keys', async () => {
      const { page, panel } = await open();
      await page.locator('.fan').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const id = await page.locator('.fan-name').nth(1).textContent();
      await expect.poll(() => contextOf(panel)).toBe(id);
    });
  });

  describe('for each viewer', () => {
    it('shows names to a lead, where the fan agreed, and to nobody else', async () => {
      const { page, panel } = await open();
      const named = () => page.locator('.fan-name').filter({ hasText: /\S \S/ }).count();
      await expect.poll(() => named()).toBe(0);
      await page.getByLabel('Viewing as').selectOption('Athletics lead');
      await expect.poll(named).toBeGreaterThan(0);
      const row = page
        .locator('.fan')
        .filter({ has: page.locator('.fan-name', { hasText: /\S \S/ }) });
      await row.first().click();
      await expect
        .poll(() => contextOf(panel))
        .toBe(await row.first().locator('.fan-name').textContent());
    });

    it('tells an admin that fans are not part of the role', async () => {
      const { page, panel } = await open();
      await page.getByLabel('Viewing as').selectOption('Admin');
      await panel.getByRole('heading', { name: 'Not part of your role' }).waitFor();
      await expect.poll(() => panel.locator('.hero').count()).toBe(0);
      await page.locator('.zone-fans .zone-note').waitFor();
      await expect.poll(() => page.locator('.fan').count()).toBe(0);
    });
  });

  describe('for every reader', () => {
    it.each(['light', 'dark'] as const)(
      'passes axe in the %s theme, panel included',
      async (theme) => {
        const { page, panel } = await open('', { colorScheme: theme });
        await page.locator('.fan').first().click();
        await panel.locator('[data-receipt-of=engagement]').click();
        await panel.locator('.receipt-table').waitFor();
        await axe(page);
      },
    );

    it('changes theme, and the panel with it', async () => {
      const { page, panel } = await open();
      await page.getByRole('button', { name: 'Dark theme' }).click();
      await expect.poll(() => panel.locator('html').getAttribute('data-theme')).toBe('dark');
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    });

    it('has no sideways scroll at any width', async () => {
      const { page, panel } = await open();
      for (const width of [1440, 1100, 800, 640, 420, 300]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
        await expect.poll(overflow, { message: `${width}` }).toBe(0);
        await expect.poll(() => panel.locator('.hero').isVisible()).toBe(true);
        if (width === 800 || width === 300) await axe(page);
      }
    });

    it('shows the panel at the sizes a dashboard may give it', async () => {
      const { page, panel } = await open();
      for (const size of await page.getByLabel('Panel size').locator('option').allTextContents()) {
        await page.getByLabel('Panel size').selectOption(size);
        const [width, height] = size.split(' × ').map(Number);
        const box = await page.locator('iframe').boundingBox();
        if (height !== undefined)
          expect([box?.width, box?.height]).toEqual([(width ?? 0) + 2, height + 2]);
        await expect.poll(() => panel.locator('.hero').isVisible(), { message: size }).toBe(true);
      }
    });
  });
});

/** Pairs of zones of the dashboard of which one lies over the other. */
function zonesOnEachOther(page: Page): Promise<string[]> {
  return page.locator('.grid-all > .zone').evaluateAll((zones) => {
    const boxes = zones.map((zone) => ({
      name: zone.className,
      at: zone.getBoundingClientRect(),
    }));
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ at }) =>
            Math.min(one.at.right, at.right) > Math.max(one.at.left, at.left) &&
            Math.min(one.at.bottom, at.bottom) > Math.max(one.at.top, at.top),
        )
        .map(({ name }) => `${one.name} and ${name}`),
    );
  });
}

async function contextOf(panel: FrameLocator): Promise<string | null> {
  const context = panel.locator('.frame-context');
  return (await context.count()) === 0 ? null : context.textContent();
}
