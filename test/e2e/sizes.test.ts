import { beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { bestFan, fanIds } from './fans.ts';
import { failAll } from './page-checks.ts';
import { uncut } from './uncut.ts';

const SIZES = [
  [160, 120],
  [300, 120],
  [320, 200],
  [520, 290],
  [720, 290],
  [720, 480],
  [800, 600],
  [1280, 360],
  [1600, 900],
] as const;

describe.skipIf(!hasChromium)('the score rings at every size', () => {
  const panels = usePanels();
  let fan: string;

  beforeAll(async () => {
    fan = await bestFan(panels);
  });

  const open = async (query: string) => {
    const { page } = await panels.open();
    await page.goto(`${panels.url}/extension/score-rings?${query}`);
    await page.locator('.rings:not(.skeleton), .message').first().waitFor();
    return page;
  };

  const subjects = [
    ['a fan', () => `wonder_id=${fan}`],
    ['everybody', () => ''],
    ['an unknown fan', () => 'wonder_id=nobody'],
    ['no match', () => 'sport=Curling&affiliation=Faculty'],
    ['worksheets that are old', () => 'extract_date=2020-01-01'],
  ] as const;

  it.each(subjects)('cuts nothing for %s', async (_name, query) => {
    const page = await open(query());
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await uncut(page, `${width} x ${height}`);
    }
  });

  it('cuts nothing with an orb', async () => {
    const { page } = await panels.open({ reducedMotion: 'no-preference' });
    await page.goto(`${panels.url}/extension/score-rings?orb=on&wonder_id=${fan}`);
    await page.locator('.orb canvas').waitFor({ state: 'attached' });
    for (const [width, height] of [...SIZES, [900, 300], [960, 420]] as const) {
      await page.setViewportSize({ width, height });
      await uncut(page, `${width} x ${height}`);
    }
  });

  it('cuts nothing of what is said of a fan with little data', async () => {
    const [worst] = await fanIds(panels, '/api/v1/fans?limit=1&sort=wonder_score');
    const page = await open(`wonder_id=${worst}`);
    for (let width = 160; width <= 1000; width += 60) {
      await page.setViewportSize({ width, height: 400 });
      await uncut(page, `${width}`);
    }
  });

  it('cuts nothing of what is said to those signed out', async () => {
    const { page } = await panels.open();
    await failAll(page, { status: 401, code: 'unauthenticated' });
    await page.goto(`${panels.url}/extension/score-rings`);
    await page.locator('.message').waitFor();
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await uncut(page, `${width} x ${height}`);
    }
  });

  it('cuts nothing at any width from 300 to 1600', async () => {
    const page = await open(`wonder_id=${fan}`);
    for (const height of [120, 200, 290, 360, 520]) {
      for (let width = 300; width <= 1600; width += 52) {
        await page.setViewportSize({ width, height });
        await uncut(page, `${width} x ${height}`);
      }
    }
  });

  it('gives the rings the whole width where there is height for them', async () => {
    const page = await open('');
    const widthOf = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((own) => own.getBoundingClientRect().width);
    for (const [width, height, ring] of [
      [800, 600, 120],
      [1600, 900, 270],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => widthOf('.rings-list')).toBeGreaterThan(width - 40);
      await expect.poll(() => widthOf('.ring-art')).toBeGreaterThan(ring);
    }
  });

  it.each(SIZES)('keeps the receipt whole or scrolling at %d x %d', async (width, height) => {
    const page = await open(`wonder_id=${fan}`);
    await page.setViewportSize({ width, height });
    await page.locator('[data-receipt-of=engagement]').click();
    await page.locator('.receipt-table').waitFor();
    await uncut(page);
  });

  it('keeps title, score and freshness however small it is', async () => {
    const page = await open(`wonder_id=${fan}`);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const part of ['h1', '.hero', '.foot-date']) {
        await expect
          .poll(() => page.locator(part).isVisible(), {
            message: `${part} at ${width} x ${height}`,
          })
          .toBe(true);
      }
      await expect.poll(() => page.locator('.ring-value:visible').count()).toBe(5);
    }
  });
});
