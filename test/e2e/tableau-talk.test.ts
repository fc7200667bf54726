import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { insightList } from '../support/insight-answers.ts';
import { hasExtensionsLibrary } from '../support/tableau-host/extensions-library.ts';
import { memberDashboard, SHEETS } from '../support/tableau-host/member-dashboard.ts';
import {
  type OpenDashboard,
  type PlayedChanges,
  useTableau,
} from '../support/tableau-host/setting.ts';

/** What is there once a panel has an answer. */
const SHOWN = {
  'score-rings': '.rings:not(.skeleton) .hero',
  segments: 'button.segment',
  churn: '.list-part .row-button',
  narrative: '.sentence',
} as const;

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('a panel and its Tableau dashboard', () => {
  const setting = useTableau();

  const ready = async (
    panel: keyof typeof SHOWN,
    changes: PlayedChanges = {},
  ): Promise<OpenDashboard> => {
    const opened = await setting.open(panel, changes);
    await opened.panel.locator(SHOWN[panel]).first().waitFor();
    return opened;
  };
  const select = ({ page }: OpenDashboard, rows: readonly number[]): Promise<unknown> =>
    page.evaluate(({ name, indices }) => window.stage.dashboard.select(name, indices), {
      name: SHEETS.members,
      indices: rows,
    });
  const fanAt = ({ page }: OpenDashboard, row: number): Promise<string> =>
    page.evaluate(
      ({ name, index }) => String(window.stage.dashboard.sheet(name).rows[index]?.[0]),
      { name: SHEETS.members, index: row },
    );
  const context = ({ panel }: OpenDashboard) => panel.locator('.frame-context').textContent();

  describe('what is selected in the dashboard', () => {
    it('is the fan of the rings, and several are everybody', async () => {
      const dashboard = await ready('score-rings');
      const fan = await fanAt(dashboard, 0);
      await select(dashboard, [0]);
      await dashboard.panel.locator('.pill').waitFor();
      expect(dashboard.asked).toContain(`/api/v1/scores/${fan}`);
      await select(dashboard, [0, 1]);
      await expect.poll(() => context(dashboard)).toBe('All members');
    });

    it('opens the card of that fan among the segments', async () => {
      const dashboard = await ready('segments');
      await select(dashboard, [2]);
      const name = dashboard.panel.locator('.card-who h2');
      await expect.poll(() => name.textContent()).toBe(await fanAt(dashboard, 2));
    });

    it('is marked in the list of the churn panel, where the dashboard can select it', async () => {
      const list = await setting.panels.get('/api/v1/churn/fans?limit=2');
      const fans: unknown = Reflect.get(Object(list), 'items');
      const [first] = Array.isArray(fans) ? fans : [];
      const rows = [[String(first.wonder_id), null, null, null, null]];
      const sheets = (await memberDashboard(setting.panels)).worksheets;
      const worksheets = sheets.map((sheet) =>
        sheet.name === SHEETS.members ? { ...sheet, rows } : sheet,
      );
      const { panel } = await ready('churn', { worksheets });
      const rowOf = (index: number) => panel.locator('.list-part .row-button').nth(index);
      await rowOf(0).click();
      await expect.poll(() => panel.locator('.row-open .row-button').count()).toBe(1);
      // The card of the fan may stand in the list's place.
      await panel.locator('.churn').press('Escape');
      await rowOf(1).click();
      await panel.getByText('The dashboard has no mark of this fan').first().waitFor();
    });
  });

  describe('what is chosen in the panel', () => {
    it('filters the worksheets to the tier of the fan', async () => {
      const dashboard = await ready('score-rings');
      await select(dashboard, [0]);
      const pill = dashboard.panel.locator('button.pill');
      const tier = await pill.textContent();
      await pill.click();
      const chosen = { 'Wonder Score Tier': [tier] };
      await expect.poll(() => filtersOf(dashboard.page)).toEqual(chosen);
    });

    it('filters them to a segment that is a tier, and to the fans of one that is not', async () => {
      const { page, panel } = await ready('segments');
      const go = panel.getByRole('button', { name: 'Filter dashboard' });
      await go.click();
      await expect.poll(() => filtersOf(page)).toEqual({ 'Wonder Score Tier': ['Elite'] });
      await panel.locator('.frame-context').getByText('Elite, ').waitFor();
      await page.evaluate(
        (name) => window.stage.dashboard.clearFilter(name, 'Wonder Score Tier'),
        SHEETS.members,
      );
      await panel.locator('.frame-context', { hasText: /^\d+ members$/ }).waitFor();
      const inactive = panel.locator('button.segment', { hasText: 'Inactive' });
      await inactive.click();
      const count = await inactive.locator('.segment-count').textContent();
      await panel.locator('.virtual-table').waitFor();
      await go.click();
      await panel.getByText(`The dashboard shows the ${count} fans listed here`).first().waitFor();
      expect((await filtersOf(page))['Wonder Id']).toHaveLength(Number(count));
      // It still shows what it was filtered from; another panel could not say whom that leaves.
      await expect.poll(() => panel.locator('button.segment').count()).toBe(7);
      await panel.getByRole('button', { name: 'Clear filters' }).click();
      await expect.poll(() => filtersOf(page)).toEqual({});
      await panel.locator('.banner').waitFor({ state: 'detached' });
    });

    it('filters them to one fan', async () => {
      const dashboard = await ready('segments');
      await select(dashboard, [1]);
      const fan = await fanAt(dashboard, 1);
      const card = dashboard.panel.locator('.card');
      await card.getByRole('button', { name: 'Filter dashboard' }).click();
      await expect.poll(() => filtersOf(dashboard.page)).toEqual({ 'Wonder Id': [fan] });
      // The only fan whom the filter leaves is the fan whom the panel is about.
      await expect.poll(() => card.locator('h2').textContent()).toBe(fan);
    });

    it('filters them to the fans whom an insight is about', async () => {
      const insights = insightList();
      const dashboard = await setting.open('narrative', {
        answers: { '**/api/v1/insights*': insights },
      });
      const { page, panel } = dashboard;
      await panel.getByRole('button', { name: /^Evidence: .* in Basketball$/ }).click();
      await panel.getByRole('button', { name: 'Filter dashboard' }).click();
      await expect.poll(() => filtersOf(page)).toEqual({ 'Primary Sport': ['Basketball'] });
    });

    it('is not done by a dashboard that refuses, and the panel says so', async () => {
      const dashboard = await ready('segments', { fail: ['categorical-filter'] });
      const { page, panel } = dashboard;
      const go = panel.getByRole('button', { name: 'Filter dashboard' });
      await go.click();
      await panel.getByText('The dashboard did not take the filter.').first().waitFor();
      await expect.poll(() => filtersOf(page)).toEqual({});
      await page.evaluate(() => window.stage.fail.clear());
      await go.click();
      await panel.locator('.banner').waitFor({ state: 'detached' });
    });
  });

  it('works where every worksheet is empty', async () => {
    const sheets = (await memberDashboard(setting.panels)).worksheets;
    const dashboard = await ready('score-rings', {
      worksheets: sheets.map((sheet) => ({ ...sheet, rows: [] })),
    });
    await expect.poll(() => context(dashboard)).toBe('All members');
  });

  it('says that a filter on another field does not narrow it', async () => {
    const { panel } = await ready('score-rings', {
      filters: [{ field: 'Region', worksheets: [SHEETS.members], values: ['West'] }],
    });
    await expect
      .poll(() => panel.locator('.banner').textContent())
      .toContain('Not narrowed by the dashboard’s filter on Region.');
  });

  it('is not warned of an extract that is newer than the scores', async () => {
    const { page, panel } = await ready('score-rings', {
      extractUpdateTime: new Date(Date.now() + 60_000).toISOString(),
    });
    await page.waitForFunction(() => window.stage.count('get-data-sources') > 0);
    await expect.poll(() => panel.locator('.banner').count()).toBe(0);
  });

  it('says whether a worksheet has the same figure', async () => {
    const figures = { wonder_score: { worksheet: SHEETS.headline, field: 'AVG(Wonder Score)' } };
    const settings = { wonder: JSON.stringify({ version: 1, fields: {}, figures }) };
    const { page, panel } = await ready('score-rings', { settings });
    await panel.getByText('Worksheet agrees').waitFor();
    await page.evaluate(
      (name) => window.stage.dashboard.updateRows(name, [[12.5]]),
      SHEETS.headline,
    );
    await panel.getByText('Worksheet shows 12.5').waitFor();
  });
});

/** Filters of the list of members that let not everything through, by field. */
function filtersOf(page: Page): Promise<Record<string, readonly string[]>> {
  return page.evaluate((sheet) => {
    const filters = [...window.stage.dashboard.sheet(sheet).filters.values()];
    const set = filters.flatMap(({ field, values }) =>
      values === null ? [] : [[field, [...values]] as const],
    );
    return Object.fromEntries(set);
  }, SHEETS.members);
}
