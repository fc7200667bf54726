import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILT, serveBuiltPages } from '../support/built-pages.ts';
import { hasChromium, type OpenOptions } from '../support/chromium.ts';
import {
  answerOperations,
  type OperationsAnswers,
  operationsAnswers,
} from '../support/operations-page.ts';
import { usePages, usePanels } from '../support/panel-pages.ts';
import { run, runList, stagesUpTo } from '../support/run-answers.ts';
import { uncut } from './uncut.ts';

const SIZES = [
  [160, 120],
  [300, 120],
  [320, 200],
  [400, 330],
  [560, 300],
  [720, 460],
  [1280, 600],
  [1600, 900],
] as const;
const NOW = new Date('2025-03-02T12:00:00Z');

async function textOf(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join(' ').replaceAll('\u00A0', ' ');
}

describe.skipIf(!hasChromium)('the operations panel', () => {
  const pages = usePages();
  let serve: (page: Page) => Promise<void>;

  beforeAll(async () => {
    serve = await serveBuiltPages();
  });

  async function open(changes: Partial<OperationsAnswers> = {}, options: OpenOptions = {}) {
    const { page, complaints } = await pages.open({ width: 1280, height: 640, ...options });
    await page.clock.setFixedTime(NOW);
    const answers = operationsAnswers(changes);
    await serve(page);
    await answerOperations(page, answers);
    await page.goto(`${BUILT}/extension/operations`);
    await page.locator('.ops:not(.skeleton), .message').first().waitFor();
    return { page, complaints, answers };
  }
  const quiet = (): Partial<OperationsAnswers> => {
    const items = runList().items.slice(1);
    return { runs: { items, total: items.length, next_cursor: null }, event: null };
  };

  it('says first what became of the last run', async () => {
    const { page, complaints } = await open();
    await expect
      .poll(() => textOf(page.locator('.ops-headline')))
      .toBe('Run for Mar 1 succeeded. 48,216 fans scored in 11 min 42 s.');
    await expect
      .poll(() => textOf(page.locator('.frame-foot')))
      .toMatch(/Data to Mar 1.*Next run Mar 3/s);
    expect(complaints).toEqual([]);
  });

  it('shows the run in flight stage by stage, and calls it off', async () => {
    const { page, answers } = await open();
    await page.locator('.ops-live').waitFor();
    await expect.poll(() => textOf(page.locator('.ops-live-head'))).toContain('6 of 10 stages');
    await expect.poll(() => textOf(page.locator('.ops-stage-running'))).toContain('Insights');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Published scores stay.').first().waitFor();
    expect(answers.orders).toEqual(['POST /runs/20250214_m2n8q5zr/cancel {}']);
  });

  it('tells the same of the run in flight in its row and above', async () => {
    const [listed] = runList().items;
    const told = { ...(listed ?? run()), stages: stagesUpTo('publish', 'running') };
    const { page } = await open({ event: { run: told, progress: null } });
    await page.locator('.ops-stage-running', { hasText: 'Publish' }).waitFor();
    const row = page.locator('.ops-squares').first();
    await expect.poll(() => row.getAttribute('aria-label')).toContain('Publish running');
  });

  it('opens a run to its stages, with rows, attempts, time and remarks', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Stages of the run for Feb 25' }).click();
    const rows = page.locator('.ops-stage-table tbody tr');
    await expect.poll(() => rows.count()).toBe(10);
    const failed = await textOf(rows.filter({ hasText: 'Failed' }));
    expect(failed).toMatch(/Score.*Failed.*2 min 31 s.*The warehouse cannot be reached\./s);
  });

  it('says what the squares of stages mean, as far as there are such', async () => {
    const { page } = await open(quiet());
    await expect
      .poll(() => textOf(page.locator('.ops-key')))
      .toMatch(/^\s*done\s+not run\s+failed$/);
  });

  it('tells what was done from what was not where colours are forced', async () => {
    const { page } = await open(quiet());
    await page.emulateMedia({ forcedColors: 'active' });
    const fill = (status: string): Promise<string> =>
      page
        .locator(`.ops-key .ops-square-${status}`)
        .evaluate((square) => getComputedStyle(square).backgroundColor);
    expect(await fill('succeeded')).not.toBe(await fill('skipped'));
  });

  it('has its sources below the runs where there is one column', async () => {
    const { page } = await open(quiet(), { width: 500, height: 400 });
    const places = await page
      .locator('.ops-runs, .ops-sources')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    expect(places).toHaveLength(2);
    expect(places[0]).toBeLessThan(places[1] ?? 0);
  });

  it('says why a run was refused, and what of it failed', async () => {
    const { page } = await open();
    const reasons = await page.locator('.ops-reason').allInnerTexts();
    expect(reasons[0]).toContain('Check refused this run: 21,904 fans, under 50% of the 48,102');
    expect(reasons[1]).toContain('1 of 4 extracts was not refreshed.');
  });

  it('starts a run for a day, up to the last complete one', async () => {
    const { page, answers } = await open(quiet());
    await page.getByRole('button', { name: 'Start run' }).click();
    const day = page.getByLabel('Day to score');
    expect([await day.inputValue(), await day.getAttribute('max')]).toEqual([
      '2025-03-01',
      '2025-03-01',
    ]);
    await day.fill('2025-02-14');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.ops-notice').waitFor();
    expect(answers.orders).toEqual(['POST /runs {"score_date":"2025-02-14"}']);
    // The form has gone, and the keyboard is where it was before.
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(focused).toBe('Start run');
    await page.keyboard.press('Enter');
    await expect.poll(() => day.evaluate((own) => own === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Start run');
  });

  it('tries a run again from where it failed', async () => {
    const { page, answers } = await open(quiet());
    await page.getByRole('button', { name: 'Retry the run for Feb 25' }).click();
    await expect.poll(() => textOf(page.locator('.ops-notice'))).toContain('goes on with score');
    expect(answers.orders).toEqual(['POST /runs/20250225_n4p5q6r7/retry {}']);
  });

  it('refreshes one extract, or all, and says what became of each', async () => {
    const { page, answers } = await open(quiet());
    await expect
      .poll(() => textOf(page.locator('.ops-list').filter({ hasText: 'Extracts' })))
      .toMatch(/Member KPIs.*Alumni\/Giving.*Running, 40%.*Hospitality.*Failed/s);
    await page.getByRole('button', { name: 'Refresh Athletics/Hospitality' }).click();
    await page.getByText('is being refreshed').first().waitFor();
    await page.getByRole('button', { name: 'Refresh extracts' }).click();
    await expect
      .poll(() => answers.orders)
      .toEqual([
        'POST /extracts/refresh {"names":["datasource:Athletics/Hospitality"]}',
        'POST /extracts/refresh {}',
      ]);
  });

  it('publishes a model once it is confirmed, and says what that changes', async () => {
    const { page, answers } = await open(quiet());
    const publish = page.getByRole('button', { name: /^Publish Churn of/ });
    await publish.click();
    const asked = page.getByRole('region', { name: /^Publish Churn of/ });
    await expect
      .poll(() => textOf(asked))
      .toMatch(
        /^Runs ask Churn of .* instead of Churn of .* from the next one on\. Scores .* stay/,
      );
    await asked.getByRole('button', { name: 'Keep as it is' }).click();
    expect(answers.orders).toEqual([]);
    await publish.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await asked.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('The churn model is published.').first().waitFor();
    expect(answers.orders).toEqual(['POST /models/churn_20250222_1c0d/publish {}']);
    await expect.poll(() => asked.count()).toBe(0);
    const { page: read } = await open({ ...quiet(), extracts: null });
    await expect.poll(() => read.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
  });

  it('says what the service refused', async () => {
    const detail = 'Run 20250301_x is in flight; one run at a time.';
    const { page } = await open({ ...quiet(), refusal: { status: 409, detail } });
    await page.getByRole('button', { name: 'Refresh extracts' }).click();
    await expect.poll(() => textOf(page.locator('.ops-notice'))).toBe(detail);
  });

  it('shows how fresh every source is, and which model is used', async () => {
    const { page } = await open();
    const sources = await textOf(page.locator('.ops-sources'));
    expect(sources).toMatch(/Spend.*Feb 28 · 1 day late/s);
    expect(sources).toMatch(/Attendance.*Mar 1 · 2,104,331 rows/s);
    await expect
      .poll(() => textOf(page.locator('.ops-models')))
      .toMatch(/AUC 0\.\d\d on \d+ fans · Published.*not above.*Kept back.*Not trained/s);
  });

  it('lets an executive look, and order nothing', async () => {
    const { page } = await open({ extracts: null });
    await expect.poll(() => textOf(page.locator('.frame-context'))).toBe('Read only');
    const orders = page.getByRole('button', { name: /Start run|Retry|Cancel|Refresh/ });
    await expect.poll(() => orders.count()).toBe(0);
  });

  it('lets an admin start a run in a narrow zone, extracts before runs', async () => {
    const { page, answers } = await open(quiet());
    for (const [width, height] of [
      [300, 600],
      [340, 390],
      [500, 400],
      [800, 600],
    ] as const) {
      await page.setViewportSize({ width, height });
      const start = page.getByRole('button', { name: 'Start run' });
      await expect.poll(() => start.isVisible(), { message: `${width} x ${height}` }).toBe(true);
      await expect
        .poll(() => page.getByRole('button', { name: 'Refresh extracts' }).isVisible())
        .toBe(true);
      const extract = page.locator('.ops-extracts li').first();
      const [listed, runs] = [
        await extract.boundingBox(),
        await page.locator('.ops-runs').boundingBox(),
      ];
      expect(listed?.y).toBeLessThan(runs?.y ?? 0);
      await start.click();
      await uncut(page, `${width} x ${height}`);
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
    await page.getByRole('button', { name: 'Start run' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(() => answers.orders.length).toBe(1);
  });

  it.each([
    [{ status: 403, code: 'forbidden' }, 'Not part of your role', 'Runs are for administrators'],
    [{ status: 401, code: 'unauthenticated' }, 'Sign in to see runs', 'Opens in a new window'],
  ])('tells who may not look about runs, not scores: %j', async (problem, title, text) => {
    const { page } = await pages.open({ width: 340, height: 390 });
    await serve(page);
    await page.route('**/api/v1/**', (route) =>
      route.fulfill({
        status: problem.status,
        json: { ...problem, detail: 'No.', request_id: 'r-1' },
      }),
    );
    await page.goto(`${BUILT}/extension/operations`);
    await page.getByRole('heading', { name: title }).waitFor();
    await expect.poll(() => textOf(page.locator('.message'))).toContain(text);
  });

  it('becomes tables, a file and a picture', async () => {
    const { page } = await open();
    // A page that may not write to the clipboard, as most frames, gets the picture as a file.
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Copy as PNG' }).click(),
    ]);
    expect(picture.suggestedFilename()).toBe('operations-2025-03-01.png');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('operations-2025-03-01.csv');
    await page.getByRole('button', { name: 'Show as table' }).click();
    const tables = page.locator('.tables table');
    await expect.poll(() => tables.count()).toBe(5);
    await expect.poll(() => textOf(tables.nth(1))).toMatch(/Feb 25.*44 s.*Failed.*To come/s);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await uncut(page, `${width} x ${height}`);
    }
  });

  it('prints whole, without controls', async () => {
    const { page } = await open({}, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.frame-tools').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.ops-actions').isVisible()).toBe(false);
    await expect.poll(() => textOf(page.locator('.ops-runs tbody th').first())).toBe('Feb 14');
    const cut = await page
      .locator('.ops-parts')
      .evaluate((parts) => parts.scrollHeight - parts.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
  });

  it('knows a service that has not run yet', async () => {
    const { page } = await open({
      runs: { items: [], total: 0, next_cursor: null },
      event: null,
      operations: { ...operationsAnswers().operations, published: null },
    });
    await expect.poll(() => textOf(page.locator('.ops-headline'))).toContain('No run yet.');
    await expect.poll(() => textOf(page.locator('.frame-foot'))).toContain('Nothing is published');
  });

  it('keeps what it knew when the service goes away, and says so', async () => {
    const { page } = await open(quiet());
    await page.unroute('**/api/v1/**');
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 500, body: '' }));
    await page.getByRole('button', { name: 'Refresh extracts' }).click();
    await page.locator('.banner').waitFor();
    await expect.poll(() => textOf(page.locator('.ops-headline'))).toContain('Run for Mar 1');
  });

  it('says so where nothing can be read, and tries again', async () => {
    const { page } = await pages.open({ width: 720, height: 460 });
    await serve(page);
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 500, body: '' }));
    await page.goto(`${BUILT}/extension/operations`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute('**/api/v1/**');
    await answerOperations(page, operationsAnswers());
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.ops-headline').waitFor();
  });

  it.each(['light', 'dark'] as const)('breaks no accessibility rule in %s', async (colorScheme) => {
    for (const changes of [{}, quiet(), { extracts: null }]) {
      const { page } = await open(changes, { colorScheme });
      const opener = page.getByRole('button', { name: /^Stages of the run for Feb 25/ });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.locator('.ops-stage-table').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });

  it('cuts nothing at any size, with a run in flight or without', async () => {
    const failed = [run({ status: 'failed', error: 'The warehouse cannot be reached.' })];
    for (const changes of [
      {},
      quiet(),
      { extracts: null },
      { runs: { items: failed, total: 1, next_cursor: null }, event: null },
    ]) {
      const { page } = await open(changes);
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await uncut(page, `${width} x ${height}`);
      }
      await page.context().close();
    }
  });
});

describe.skipIf(!hasChromium)('the operations panel on the real service', () => {
  const panels = usePanels(() => ({ environment: { DEMO_ROLE: 'admin', SCHEDULE: 'off' } }));

  it('starts a run and follows it to its end', async () => {
    const { page, complaints } = await panels.open({ width: 1280, height: 640 });
    await page.goto(`${panels.url}/extension/operations`);
    await page.getByRole('button', { name: 'Start run' }).click();
    const rows = page.locator('.ops-runs > tbody > tr');
    const before = await rows.count();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('.ops-notice').waitFor();
    await expect.poll(() => rows.count()).toBe(before + 1);
    await expect.poll(() => page.locator('.ops-live').count()).toBe(0);
    await expect.poll(() => textOf(rows.first())).toContain('Published');
    await expect.poll(() => page.locator('.ops-notice').count()).toBe(0);
    // The extracts are not configured here, which is said rather than hidden.
    await expect.poll(() => textOf(page.locator('.ops-side'))).toContain('TABLEAU_EXTRACTS');
    expect(complaints).toEqual([]);
  });
});
