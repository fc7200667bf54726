import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { InsightList, Narrative } from '../../server/contract/index.ts';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import { insightList } from '../support/insight-answers.ts';
import { longNarrative, narrative, writtenNarrative } from '../support/narrative-answers.ts';
import { usePanels } from '../support/panel-pages.ts';
import { axe, failAll, textOf } from './page-checks.ts';
import { isWithin, uncut } from './uncut.ts';

const SIZES = [
  [160, 120],
  [300, 120],
  [320, 200],
  [420, 520],
  [640, 300],
  [720, 176],
  [1280, 176],
  [1280, 400],
  [1600, 900],
] as const;

describe.skipIf(!hasChromium)('the narrative strip', () => {
  const panels = usePanels();
  interface Served {
    readonly told?: Narrative;
    readonly insights?: InsightList;
  }
  const serve = async (page: Page, { told, insights }: Served): Promise<unknown[]> => {
    const said: unknown[] = [];
    await page.route('**/api/v1/narratives/*', (route) =>
      route.fulfill({ json: told ?? writtenNarrative() }),
    );
    await page.route('**/api/v1/insights*', (route) =>
      route.fulfill({ json: insights ?? insightList() }),
    );
    await page.route('**/api/v1/insights/*/feedback', (route) => {
      said.push(route.request().postDataJSON());
      return route.fulfill({ json: {} });
    });
    return said;
  };
  const open = async ({
    told,
    insights,
    path = '',
    ...rest
  }: OpenOptions & Served & { path?: string } = {}) => {
    const opened = await panels.open({ width: 1280, height: 400, ...rest });
    const said = await serve(opened.page, {
      ...(told === undefined ? {} : { told }),
      ...(insights === undefined ? {} : { insights }),
    });
    await opened.page.goto(`${panels.url}/extension/narrative${path}`);
    await opened.page.locator('.narrative:not(.skeleton), .message').first().waitFor();
    return { ...opened, said };
  };

  it('tells the real thing: the text of the service, every digit in it a figure', async () => {
    const { page, complaints } = await panels.open({ width: 1280, height: 400 });
    await page.goto(`${panels.url}/extension/narrative`);
    await page.locator('.narrative:not(.skeleton)').waitFor();
    await expect
      .poll(() => textOf(page.locator('.told')))
      .toMatch(/^WonderScore averages [\d.]+ across/);
    await expect.poll(() => textOf(page.locator('.frame-context'))).toBe('Executive');
    await expect
      .poll(() => textOf(page.locator('.foot-remark')))
      .toMatch(/^Rule-based · No writing model is set up/);
    const bare = await page.locator('.told').evaluate((told) => {
      const copy = told.cloneNode(true);
      if (copy instanceof Element)
        for (const each of copy.querySelectorAll('button')) each.remove();
      return copy.textContent ?? '';
    });
    // Spans of days are words between the figures.
    expect(bare.replaceAll(/\d+ days/g, '')).not.toMatch(/\d/);
    expect(complaints).toEqual([]);
  });

  it('shows the fact behind a figure to the pointer and to the keyboard', async () => {
    const { page } = await open();
    const figure = page.getByRole('button', { name: '0.4' });
    await figure.hover();
    const tip = page.getByRole('tooltip');
    await expect
      .poll(() => textOf(tip))
      .toContain('Average WonderScore, change since Feb 1: up 0.4');
    await expect.poll(() => textOf(tip)).toMatch(/58\.3 on Mar 1.*compared with Feb 1/);
    await page.mouse.move(0, 0);
    await tip.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '58.3' }).focus();
    await expect.poll(() => textOf(tip)).toContain('Average WonderScore: 58.3');
    await axe(page);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await expect.poll(() => textOf(tip)).toContain('Fans: 48,216');
  });

  it('tells the first sentence of each where there is no room for all', async () => {
    const { page } = await open({ width: 1280, height: 640 });
    const box = page.locator('.narrative');
    await expect.poll(() => box.getAttribute('data-lines')).toBe('all');
    const whole = await textOf(page.locator('.insight-text').first());
    await page.setViewportSize({ width: 1280, height: 190 });
    await expect.poll(() => box.getAttribute('data-lines')).toBe('first');
    const lead = await textOf(page.locator('.insight-text').first());
    expect(whole.startsWith(lead)).toBe(true);
    expect(lead).toMatch(/\.$/);
  });

  it('orders insights by priority, opens the evidence of each and takes a verdict', async () => {
    const { page, said } = await open();
    const kinds = (await page.locator('.insight-kind').allInnerTexts())
      .join('; ')
      .replaceAll(/\s+/g, ' ');
    expect(kinds).toMatch(/^Anomaly High priority; Prediction High priority; .* Medium; .* Low/);
    const opener = page.locator('.insight .link-button').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('dialog');
    await evidence.waitFor();
    await expect
      .poll(() => textOf(evidence.locator('tr', { hasText: 'the median' })))
      .toMatch(/402$/);
    await axe(page);
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Already known' }).click();
    await page.getByLabel('Reason, if you like').fill('Rivalry week');
    await page.keyboard.press('Enter');
    await evidence.waitFor({ state: 'detached' });
    expect(said).toEqual([{ verdict: 'known', reason: 'Rivalry week' }]);
    await expect.poll(() => textOf(page.locator('.insights'))).not.toContain('E-mail opens');
    const note = page.locator('.verdict-note');
    await expect.poll(() => textOf(note)).toContain('Kept as known: it stays away until it moves.');
    await axe(page);
    // What had the focus is gone: the way back has it.
    await page.keyboard.press('Enter');
    await note.waitFor({ state: 'detached' });
    await expect.poll(() => textOf(page.locator('.insights'))).toContain('E-mail opens');
    expect(said.slice(1)).toEqual([{ verdict: 'useful' }]);
  });

  it('draws what an insight compares, and the course of a trend', async () => {
    const { page } = await open({ width: 1280, height: 600 });
    const evidence = page.getByRole('dialog');
    const opened = async (name: RegExp) => {
      await page.getByRole('button', { name }).click();
      await evidence.waitFor();
    };
    await opened(/^Evidence: Revenue fell/);
    await expect.poll(() => evidence.locator('.evidence-bar .is-fall').count()).toBe(2);
    await page.keyboard.press('Escape');
    await opened(/^Evidence: Average sentiment/);
    const course = evidence.getByRole('img');
    await expect.poll(() => course.getAttribute('aria-label')).toContain('62.4 on Mar 1');
    await expect.poll(() => course.locator('.trend-line').count()).toBe(1);
    await axe(page);
  });

  it('says in a line what kind a card is and how urgent, in narrow cards only that it is', async () => {
    const { page } = await open({ width: 1200, height: 330 });
    const kinds = page.locator('.insight-kind:visible');
    const heights = () => kinds.evaluateAll((all) => all.map((own) => own.clientHeight));
    const words = () => kinds.allInnerTexts();
    await expect.poll(async () => new Set(await heights())).toEqual(new Set([14]));
    await expect.poll(words).toContainEqual(expect.stringContaining('High priority'));
    await expect.poll(words).not.toContainEqual(expect.stringContaining('Medium'));
    await page.setViewportSize({ width: 1000, height: 330 });
    await uncut(page);
    await page.setViewportSize({ width: 1600, height: 330 });
    await expect.poll(words).toContainEqual(expect.stringContaining('Medium'));
    await expect.poll(async () => new Set(await heights())).toEqual(new Set([14]));
  });

  it.each([
    [160, 120],
    [300, 120],
    [500, 300],
    [900, 40],
  ])('leads to all insights and back in %i x %i', async (width, height) => {
    const { page } = await open({ width, height });
    await page.locator('.list-button:visible').click();
    await expect.poll(() => page.locator('.insight').count()).toBe(6);
    await page.locator('.insight').last().scrollIntoViewIfNeeded();
    await uncut(page);
    await page.locator('.insight .link-button').last().click();
    const evidence = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Useful' }).scrollIntoViewIfNeeded();
    await expect.poll(() => page.getByRole('button', { name: 'Useful' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Summary' }).click();
    await page.locator('.told:visible, .brief:visible').waitFor();
  });

  it('keeps no verdict that the service did not keep', async () => {
    const { page } = await open();
    await page.route('**/api/v1/insights/*/feedback', (route) => route.fulfill({ status: 500 }));
    await page.locator('.insight .link-button').first().click();
    await page.getByRole('button', { name: 'Useful' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    const status = page.getByRole('dialog').getByRole('status');
    await expect.poll(() => textOf(status)).toBe('This was not kept. Try again.');
  });

  it('says that filters do not narrow it, and shows the insights of those they leave', async () => {
    const { page } = await open({ path: '?sport=Football' });
    await expect
      .poll(() => textOf(page.locator('.frame-context')))
      .toBe('Executive, all fans, not filtered');
    await expect.poll(() => textOf(page.locator('.insights'))).not.toContain('Basketball');
  });

  it.each(['?sport=Football', '?wonder_id=W0001'])(
    'says with %s that its figures are of all, where nothing else fits',
    async (path) => {
      const { page } = await open({ path });
      for (const [width, height] of [
        [300, 600],
        [300, 120],
        [160, 120],
      ] as const) {
        await page.setViewportSize({ width, height });
        const note = page.locator('.foot-note');
        await expect.poll(() => textOf(note)).toBe('All fans, not filtered');
        await expect.poll(() => textOf(page.locator('.foot-date'))).toContain('Data to');
        await uncut(page, `${width} x ${height}`);
      }
    },
  );

  it('keeps the fact behind a figure within the panel, wherever the figure stands', async () => {
    const { page } = await open();
    const tip = page.getByRole('tooltip');
    const figures = page.locator('.fact-figure:visible');
    for (const [width, height] of [...SIZES.slice(2, 5), [1280, 400]] as const) {
      await page.setViewportSize({ width, height });
      for (const figure of [figures.first(), figures.last()]) {
        await figure.focus();
        await tip.waitFor();
        await expect.poll(() => isWithin(tip), { message: `${width} x ${height}` }).toBe(true);
        await page.keyboard.press('Escape');
        await tip.waitFor({ state: 'detached' });
      }
    }
  });

  it('is one line where it is one line high, and turns to the next sentence', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 900, height: 40 });
    await expect.poll(() => page.locator('.sentence:visible').count()).toBe(1);
    const line = page.locator('.told');
    await expect
      .poll(() => textOf(line))
      .toMatch(/^WonderScore averages 58\.3 .*\s1 of 3\s+6 insights$/);
    await uncut(page);
    await page.getByRole('button', { name: '1 of 3, next sentence' }).click();
    await expect.poll(() => textOf(line)).toMatch(/^Fans at risk rose by 112/);
    await page.getByRole('button', { name: '112' }).focus();
    await expect
      .poll(() => textOf(page.getByRole('tooltip')))
      .toContain('change since Feb 1: up 112');
  });

  it('becomes tables, a file and a picture', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy as PNG' }).click();
    const types = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    await expect.poll(types).toContain('image/png');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('summary-executive-2025-03-01.csv');
    await page.getByRole('button', { name: 'Show as table' }).click();
    const tables = page.locator('.tables');
    await expect.poll(() => tables.locator('table').count()).toBe(2);
    await page.setViewportSize({ width: 640, height: 300 });
    const [shown, whole] = await tables.evaluate((each) => [each.clientHeight, each.scrollHeight]);
    expect(shown).toBeLessThan(300);
    expect(whole).toBeGreaterThan(shown ?? 0);
    await axe(page);
  });

  describe('in every state', () => {
    it('loads in the shape of what is to come', async () => {
      const { page } = await panels.open({ width: 640, height: 200 });
      await page.route('**/api/v1/insights*', () => new Promise(() => {}));
      await page.goto(`${panels.url}/extension/narrative`);
      const cards = page.locator('.skeleton .insight:visible');
      await expect.poll(() => page.locator('.skeleton .sentences .bone').count()).toBe(3);
      await expect.poll(() => cards.count()).toBe(3);
      await axe(page);
      await page.setViewportSize({ width: 300, height: 120 });
      await expect.poll(() => cards.count()).toBe(0);
      await page.context().close();
    });

    it('says that there is nothing to tell', async () => {
      const empty = {
        told: narrative({ sentences: [], facts: [] }),
        insights: insightList({ items: [], total: 0 }),
      };
      const { page } = await open(empty);
      await page.getByRole('heading', { name: 'Nothing to tell yet' }).waitFor();
      await axe(page);
    });

    it.each([
      [{ status: 401, code: 'unauthenticated' }, 'Sign in to see scores', 'Sign in'],
      [{ status: 500, code: 'internal' }, 'The summary did not load', 'Try again'],
    ])('says what is wrong and offers the way on: %j', async (problem, title, action) => {
      const { page } = await panels.open({ width: 620, height: 280 });
      await failAll(page, problem);
      await page.goto(`${panels.url}/extension/narrative`);
      await page.getByRole('heading', { name: title }).waitFor();
      await axe(page);
      await page.unroute('**/api/v1/**');
      await serve(page, {});
      await page.getByRole('button', { name: action }).click();
      await page.locator('.told').waitFor();
    });

    it('says that it is stale, and who wrote it', async () => {
      const stale = {
        ...narrative().meta,
        stale: true,
        stale_because: 'The last run was refused.',
      };
      const { page } = await open({ told: narrative({ meta: stale }) });
      await expect
        .poll(() => textOf(page.locator('.banner')))
        .toContain('The last run was refused.');
      for (const [width, height] of [
        [160, 120],
        [300, 120],
        [380, 120],
        [640, 200],
      ] as const) {
        await page.setViewportSize({ width, height });
        const foot = page.locator('.frame-foot');
        // It is fitted again some frames after its zone has changed.
        await expect.poll(() => textOf(foot), { message: `${width}` }).toContain('Stale.');
        await expect.poll(() => textOf(foot)).toContain('Rule-based');
        await uncut(page, `${width} x ${height}`);
      }
    });
  });

  describe('for every reader', () => {
    it.each(['light', 'dark'] as const)('passes axe in the %s theme', async (theme) => {
      const { page } = await open({ colorScheme: theme });
      await axe(page);
      await page.setViewportSize({ width: 300, height: 120 });
      await axe(page);
      await page.setViewportSize({ width: 900, height: 40 });
      await axe(page);
    });

    it.each([
      ['a text by a model', writtenNarrative()],
      ['long sentences', longNarrative()],
    ])('is cut at no size: %s', async (_name, told) => {
      const { page } = await open({ told });
      const sizes = [
        ...SIZES,
        ...[40, 90, 240].flatMap((height) =>
          [300, 430, 560, 760, 1000].map((width) => [width, height] as const),
        ),
      ];
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await uncut(page, `${width} x ${height}`);
        const seen = await page.locator('.told:visible, .brief:visible').count();
        expect(seen, `${width} x ${height}`).toBeGreaterThan(0);
        await expect
          .poll(() => page.locator('.foot-date').isVisible(), { message: `${width} x ${height}` })
          .toBe(true);
      }
    });

    it('prints all of it, without controls, on white', async () => {
      const { page } = await open({ colorScheme: 'dark', width: 640, height: 120 });
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.frame-tools').isVisible()).toBe(false);
      await expect.poll(() => page.locator('.sentence:visible').count()).toBe(3);
      const ground = await page
        .locator('.panel')
        .evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect(ground).toBe('rgb(255, 255, 255)');
    });
  });
});
