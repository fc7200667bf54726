import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ChurnFans, ChurnSummary } from '../../server/contract/index.ts';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import { churnFans, churnSummary } from '../support/churn-answers.ts';
import { usePanels } from '../support/panel-pages.ts';
import { axe, failAll, textOf } from './page-checks.ts';
import { uncut } from './uncut.ts';

const SIZES = [
  [160, 120],
  [300, 120],
  [320, 200],
  [320, 520],
  [560, 320],
  [680, 420],
  [680, 560],
  [860, 480],
  [1280, 360],
  [1280, 640],
  [1600, 900],
] as const;
const MEDIUM = [
  [500, 400],
  [480, 520],
  [640, 440],
  [500, 340],
  [480, 300],
  [700, 380],
  [620, 560],
] as const;

const RULE = churnSummary({
  churn_source: 'rule',
  model: null,
  value_at_risk: { value: null, fans: 1073, suppressed: false },
  backward: {
    flagged_on: null,
    flagged: null,
    lapsed: null,
    others_lapsed_share: null,
    churn_source: null,
    why: 'No day is published from 90 days ago.',
  },
});

/** A list long enough to scroll, the answers of the service for any range. */
function listOf(fans: number): ChurnFans {
  const items = Array.from({ length: fans }).flatMap((_, index) =>
    churnFans().items.map((fan) => ({ ...fan, wonder_id: `WD${1000 + index}` })),
  );
  return churnFans({ items, total: fans, next_cursor: null });
}

describe.skipIf(!hasChromium)('the churn panel', () => {
  const panels = usePanels();
  const serve = async (page: Page, summary: ChurnSummary): Promise<string[]> => {
    const asked: string[] = [];
    await page.route('**/api/v1/churn/*', (route) => {
      const { pathname, search } = new URL(route.request().url());
      asked.push(pathname.replace('/api/v1/churn', '') + search);
      return route.fulfill({ json: pathname.endsWith('/summary') ? summary : listOf(80) });
    });
    return asked;
  };
  const open = async (options: OpenOptions & { readonly summary?: ChurnSummary } = {}) => {
    const { summary = churnSummary(), ...rest } = options;
    const opened = await panels.open({ width: 1280, height: 640, ...rest });
    const asked = await serve(opened.page, summary);
    await opened.page.goto(`${panels.url}/extension/churn`);
    await opened.page.locator('.churn:not(.skeleton), .message').first().waitFor();
    await opened.page.locator('.histogram svg').first().waitFor({ state: 'attached' });
    return { ...opened, asked };
  };
  const figure = (page: Page, name: string): Promise<string> =>
    textOf(page.locator(`.figure-of-${name}`));

  it('shows how many, what they are worth, and whom one may write to', async () => {
    const { page, complaints } = await open();
    await expect.poll(() => figure(page, 'at')).toBe('At risk\n1,073\n21.5% of 5,000');
    await expect.poll(() => figure(page, 'elite')).toBe('Elite at risk\n–\nHidden: fewer than 10');
    await expect
      .poll(() => figure(page, 'value'))
      .toBe('Value at risk\n$184,221\n12-month LTV × risk');
    await expect.poll(() => figure(page, 'contact')).toBe('Can be contacted\n512\n48% opted in');
    await expect.poll(() => page.locator('.histogram svg > rect').count()).toBe(88);
    await expect
      .poll(() => textOf(page.locator('.back-part')))
      .toContain('590 of them lapsed (70%)');
    expect(complaints).toEqual([]);
  });

  it('lists those at risk with reasons, then those of the range that is chosen', async () => {
    const { page, asked } = await open();
    await page.locator('.row-button').first().waitFor();
    expect(asked).toEqual(['/summary', '/fans?min_risk=70&max_risk=100&limit=100']);
    await expect
      .poll(() => textOf(page.locator('td.col-reasons').first()))
      .toContain('No engagement for 74 days');
    const low = page.getByRole('slider', { name: 'Lowest risk listed' });
    await low.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => asked.at(-1)).toBe('/fans?min_risk=50&max_risk=100&limit=100');
    await expect.poll(() => low.getAttribute('aria-valuetext')).toBe('risk 50+');
    await expect
      .poll(() => textOf(page.locator('.list-part .part-head .caption')))
      .toBe('80 fans, risk 50+');
    await page.keyboard.press('Escape');
    await expect.poll(() => low.getAttribute('aria-valuenow')).toBe('70');
  });

  it('has a range that is drawn by hand', async () => {
    const { page } = await open();
    const box = await page.locator('.brush').boundingBox();
    if (box === null) throw new Error('nothing to draw on');
    const at = (share: number): number => box.x + box.width * share;
    await page.mouse.move(at(0.21), box.y + 30);
    await page.mouse.down();
    await page.mouse.move(at(0.35), box.y + 30);
    await page.mouse.move(at(0.48), box.y + 30);
    await page.mouse.up();
    const handle = (name: string) =>
      page.getByRole('slider', { name }).getAttribute('aria-valuenow');
    await expect.poll(() => handle('Lowest risk listed')).toBe('20');
    await expect.poll(() => handle('Highest risk listed')).toBe('50');
  });

  it('ends in the card of a fan: why, and whether one may call', async () => {
    const { page } = await open();
    const row = page.locator('.row-button').nth(2);
    const card = page.getByRole('region', { name: 'Fan WD1002' });
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await row.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
    for (const said of ['Opted in, with consent', '74 days ago', '$748', '2 complaints in 90 days'])
      await expect.poll(() => textOf(card)).toContain(said);
    await expect.poll(focused).toBe('Close fan card');
    await axe(page);
    await uncut(page);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await expect.poll(() => row.evaluate((own) => own === document.activeElement)).toBe(true);
    // Where there is no room for both, the card takes the place of the list.
    await page.setViewportSize({ width: 800, height: 600 });
    await row.click();
    await card.waitFor();
    await expect.poll(() => page.locator('.virtual').isVisible()).toBe(false);
    await uncut(page);
    await card.getByRole('button', { name: 'Close fan card' }).click();
    await row.waitFor();
  });

  it('lists those who can be contacted, and says where nobody can', async () => {
    const { page, asked } = await open();
    await page.getByRole('button', { name: 'Can be contacted (512)' }).click();
    await expect
      .poll(() => asked.at(-1))
      .toBe('/fans?min_risk=70&max_risk=100&contactable=true&limit=100');
    const said = page.locator('.list-part .part-head .caption');
    await expect.poll(() => textOf(said)).toBe('80 fans, risk 70+, can be contacted');
    await page.route('**/api/v1/churn/fans?*', (route) =>
      route.fulfill({ json: churnFans({ items: [], total: 0 }) }),
    );
    await page.getByRole('slider', { name: 'Lowest risk listed' }).press('ArrowLeft');
    await page.getByText('Nobody in this range can be contacted.').waitFor();
    await page.getByRole('button', { name: 'Show all at risk' }).click();
    await page.getByRole('button', { name: 'Can be contacted (512)', pressed: false }).waitFor();
  });

  it('says of a list that failed what failed, and no number', async () => {
    const { page } = await panels.open({ width: 1280, height: 640 });
    await serve(page, churnSummary());
    await page.route('**/api/v1/churn/fans*', (route) =>
      route.fulfill({
        status: 500,
        headers: { 'content-type': 'application/problem+json' },
        json: { status: 500, code: 'internal', detail: 'A sentence.', request_id: '7f3c-19ab' },
      }),
    );
    await page.goto(`${panels.url}/extension/churn`);
    const list = page.locator('.list-part');
    await list.getByText('Request 7f3c-19ab').waitFor();
    await expect.poll(() => textOf(list)).not.toContain('0 fans');
    await page.unroute('**/api/v1/churn/fans*');
    await list.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.row-button').first().waitFor();
  });

  it('draws those whose tier is hidden, and has no swatch of a tier that is in no bar', async () => {
    const hidden = churnSummary().histogram.map((cell) =>
      cell.tier === 'Champion' ? { ...cell, fans: null } : cell,
    );
    const { page } = await open({ summary: churnSummary({ histogram: hidden }) });
    await expect
      .poll(() => textOf(page.locator('.legend li')))
      .toBe('Elite\nSupporter\nFriend\nExplorer\nTier hidden');
    await expect.poll(() => page.locator('.histogram svg > .bar-hidden').count()).toBe(20);
  });

  it('shows the figures of those whom the filters leave, and judges the model by all', async () => {
    const { page } = await panels.open({ width: 1280, height: 640 });
    const asked = await serve(
      page,
      churnSummary({ fans: 900, at_risk: { fans: 80, suppressed: false } }),
    );
    await page.goto(`${panels.url}/extension/churn?sport=Football`);
    await page.locator('.row-button').first().waitFor();
    expect(asked).toEqual([
      '/summary?sport=Football',
      '/fans?sport=Football&min_risk=70&max_risk=100&limit=100',
    ]);
    await expect.poll(() => figure(page, 'at')).toBe('At risk\n80\n8.9% of 900');
    await expect.poll(() => textOf(page.locator('.frame-context'))).toBe('Football');
    await expect
      .poll(() => textOf(page.locator('.quality-part')))
      .toContain('This is about all members.');
    await expect
      .poll(() => textOf(page.locator('.back-part')))
      .toContain('Of all members we flagged 840');
    await axe(page);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await uncut(page, `${width} x ${height}`);
    }
  });

  it('says that a group is too small, and leads back to all', async () => {
    const { page } = await panels.open({ width: 620, height: 280 });
    await serve(page, churnSummary({ fans: null, suppressed: true }));
    await page.goto(`${panels.url}/extension/churn?sport=Rowing`);
    await page.getByRole('heading', { name: 'Too few fans to show' }).waitFor();
    await expect
      .poll(() => textOf(page.locator('.message')))
      .toContain('Sport is Rowing. Figures of fewer than 10 members are not shown.');
    await axe(page);
    await serve(page, churnSummary());
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.locator('.histogram').waitFor();
  });

  it('says how good the model is, and shows the numbers behind it', async () => {
    const { page } = await open();
    await expect
      .poll(() => textOf(page.locator('.quality-part')))
      .toMatch(
        /^Good enough to rank, not to promise\. Of the top 10% flagged, 3\.9 times more lapse than average/,
      );
    await page.getByRole('button', { name: 'Calibration' }).click();
    const popover = page.getByRole('dialog', { name: 'How good the model is' });
    await expect.poll(() => popover.locator('circle').count()).toBe(10);
    await expect.poll(() => textOf(popover.locator('dl'))).toContain('0.88');
    await axe(page);
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
  });

  it('calls a rule a rule, and promises nothing', async () => {
    const { page } = await open({ summary: RULE });
    await expect
      .poll(() => textOf(page.locator('.quality-part')))
      .toMatch(/^A rule, not a probability\./);
    await expect.poll(() => figure(page, 'value')).toContain('No value is predicted yet');
    await expect.poll(() => textOf(page.locator('.frame-foot'))).toContain('not a probability');
    await expect
      .poll(() => textOf(page.locator('.back-part')))
      .toBe('No day is published from 90 days ago.');
    await expect.poll(() => page.getByRole('button', { name: 'Calibration' }).count()).toBe(0);
    await axe(page);
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
    expect(download.suggestedFilename()).toMatch(/^churn-fans-.*\.csv$/);
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect.poll(() => page.locator('.tables table').count()).toBe(4);
  });

  describe('in every state', () => {
    it('loads in the shape of what is to come', async () => {
      const { page } = await panels.open({ width: 620, height: 320 });
      await page.route('**/api/v1/churn/summary*', () => new Promise(() => {}));
      await page.goto(`${panels.url}/extension/churn`);
      await expect.poll(() => page.locator('.skeleton .figure').count()).toBe(4);
      await axe(page);
      await page.context().close();
    });

    it('says that nobody is left', async () => {
      const { page } = await panels.open({ width: 620, height: 280 });
      await serve(page, churnSummary({ fans: 0 }));
      await page.goto(`${panels.url}/extension/churn?sport=Curling`);
      await page.getByRole('heading', { name: 'No fans match these filters' }).waitFor();
      await axe(page);
    });

    it.each([
      [{ status: 401, code: 'unauthenticated' }, 'Sign in to see scores', 'Sign in'],
      [{ status: 500, code: 'internal' }, 'Churn risk did not load', 'Try again'],
    ])('says what is wrong and offers the way on: %j', async (problem, title, action) => {
      const { page } = await panels.open({ width: 620, height: 280 });
      await failAll(page, problem);
      await page.goto(`${panels.url}/extension/churn`);
      await page.getByRole('heading', { name: title }).waitFor();
      await axe(page);
      await page.unroute('**/api/v1/**');
      await serve(page, churnSummary());
      await page.getByRole('button', { name: action }).click();
      await page.locator('.figure-of-at').waitFor();
    });

    it('says that its scores are stale', async () => {
      const { meta } = churnSummary();
      const stale = { ...meta, stale: true, stale_because: 'The last run was refused.' };
      const { page } = await open({ summary: churnSummary({ meta: stale }) });
      await expect
        .poll(() => textOf(page.locator('.banner')))
        .toContain('The last run was refused.');
    });
  });

  describe('for every reader', () => {
    it.each(['light', 'dark'] as const)('passes axe in the %s theme', async (theme) => {
      const { page } = await open({ colorScheme: theme });
      await page.locator('.row-button').first().waitFor();
      await axe(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.locator('.tables table').first().waitFor();
      await axe(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.setViewportSize({ width: 320, height: 200 });
      await axe(page);
    });

    it.each([
      ['a model', churnSummary()],
      ['a rule', RULE],
    ])('is cut at no size, with %s', async (_name, summary) => {
      const { page } = await open({ summary });
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await uncut(page, `${width} x ${height}`);
      }
      // Medium zones, where the drivers stand beside the histogram.
      for (const [width, height] of MEDIUM) {
        await page.setViewportSize({ width, height });
        await uncut(page, `${width} x ${height}`);
      }
      for (const height of [200, 300, 400, 560]) {
        for (let width = 300; width <= 1600; width += 260) {
          await page.setViewportSize({ width, height });
          await uncut(page, `${width} x ${height}`);
        }
      }
      await page.setViewportSize({ width: 680, height: 420 });
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.locator('.tables table').first().waitFor();
      await uncut(page);
    });

    it('prints without controls, on white', async () => {
      const { page } = await open({ colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.frame-tools').isVisible()).toBe(false);
      const ground = await page
        .locator('.panel')
        .evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect(ground).toBe('rgb(255, 255, 255)');
      const rows = page.locator('.list-part .row-button');
      await expect.poll(() => rows.count()).toBe(80);
      await rows.last().scrollIntoViewIfNeeded();
      await expect.poll(() => rows.last().isVisible()).toBe(true);
    });
  });
});
