import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { hasExtensionsLibrary } from '../support/tableau-host/extensions-library.ts';
import { memberDashboard, SHEETS } from '../support/tableau-host/member-dashboard.ts';
import {
  type OpenDashboard,
  startTableauSetting,
  type TableauSetting,
} from '../support/tableau-host/setting.ts';
import type { DashboardConfig } from '../support/tableau-page/dashboard-config.ts';

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('the score rings inside Tableau', () => {
  let setting: TableauSetting;
  beforeAll(async () => {
    setting = await startTableauSetting();
  });
  afterAll(() => setting?.stop());

  const open = (changes: Partial<DashboardConfig> = {}) => setting.open('score-rings', changes);
  /** An open dashboard whose panel shows its first answer. */
  const ready = async (changes: Partial<DashboardConfig> = {}): Promise<OpenDashboard> => {
    const opened = await open(changes);
    await opened.panel.locator('.hero').waitFor();
    return opened;
  };
  const context = ({ panel }: OpenDashboard) => panel.locator('.frame-context').textContent();
  const message = ({ panel }: OpenDashboard) => panel.locator('.message').textContent();

  it('initialise in a page of another site, and complain of nothing', async () => {
    const dashboard = await ready();
    expect(await context(dashboard)).toBe('All members');
    expect(dashboard.asked).toEqual(['/api/v1/cohort']);
    expect(dashboard.complaints).toEqual([]);
    // Storage throws here: the panel has to do without.
    const frame = dashboard.page.frame({ name: 'extension' });
    expect(await frame?.evaluate(() => window.parent !== window)).toBe(true);
  });

  it('show the fan whose mark is selected, and everybody again', async () => {
    const dashboard = await ready();
    const { page, panel, asked } = dashboard;
    const fan = await page.evaluate(
      (name) => window.stage.dashboard.sheet(name).rows[0]?.[0],
      SHEETS.members,
    );
    await page.evaluate((name) => window.stage.dashboard.select(name, [0]), SHEETS.members);
    await panel.locator('.pill').waitFor();
    expect(asked.at(-1)).toBe(`/api/v1/scores/${fan}`);
    await page.evaluate((name) => window.stage.dashboard.select(name, [0, 1]), SHEETS.members);
    await expect.poll(() => context(dashboard)).toBe('All members');
    await page.evaluate((name) => window.stage.dashboard.select(name, []), SHEETS.members);
    expect(await context(dashboard)).toBe('All members');
  });

  it('follow a filter, with one request for its burst of events', async () => {
    const dashboard = await ready();
    const { page, asked } = dashboard;
    // Shared by two worksheets, a filter makes four events.
    await page.evaluate((name) => {
      const { dashboard: played } = window.stage;
      played.applyFilter(name, 'Primary Sport', { values: ['Tennis'] });
      played.applyFilter(name, 'Primary Sport', { values: ['Football'] });
    }, SHEETS.members);
    await expect.poll(() => context(dashboard)).toBe('Football');
    expect(asked).toEqual(['/api/v1/cohort', '/api/v1/cohort?sport=Football']);
    await page.evaluate(
      (name) => window.stage.dashboard.clearFilter(name, 'Primary Sport'),
      SHEETS.members,
    );
    await expect.poll(() => context(dashboard)).toBe('All members');
  });

  it('never ask unfiltered where a filter is set from the start', async () => {
    const dashboard = await ready({
      filters: [{ field: 'Primary Sport', worksheets: [SHEETS.members], values: ['Football'] }],
    });
    expect(await context(dashboard)).toBe('Football');
    expect(dashboard.asked).toEqual(['/api/v1/cohort?sport=Football']);
  });

  it('follow a mark of a worksheet that is no list of fans', async () => {
    const dashboard = await ready({
      settings: settingsOf({
        sport: { worksheet: SHEETS.bySport, field: 'Primary Sport' },
        wonder_id: { worksheet: SHEETS.members, field: 'Wonder Id' },
      }),
    });
    const { page } = dashboard;
    const sport = await page.evaluate(
      (name) => window.stage.dashboard.sheet(name).rows[0]?.[0],
      SHEETS.bySport,
    );
    await page.evaluate((name) => window.stage.dashboard.select(name, [0]), SHEETS.bySport);
    await expect.poll(() => context(dashboard)).toBe(sport);
  });

  it('follow a parameter that stands for a field', async () => {
    const dashboard = await ready({
      settings: settingsOf({ affiliation: { parameter: 'Affiliation' } }),
    });
    const { page, asked } = dashboard;
    await page.evaluate(() => window.stage.dashboard.setParameter('Affiliation', 'Alumni'));
    await expect.poll(() => context(dashboard)).toBe('Alumni');
    expect(asked.at(-1)).toBe('/api/v1/cohort?affiliation=Alumni');
    await page.evaluate(() => window.stage.dashboard.setParameter('Affiliation', 'All'));
    await expect.poll(() => context(dashboard)).toBe('All members');
  });

  it('show no figure of everybody where a filter has several values, and lift it', async () => {
    const dashboard = await ready();
    const { page, panel } = dashboard;
    await page.evaluate((name) => {
      const wish = { values: ['Football', 'Tennis'] };
      window.stage.dashboard.applyFilter(name, 'Primary Sport', wish);
    }, SHEETS.members);
    await panel.locator('.message').waitFor();
    expect(await message(dashboard)).toContain('Sport is filtered to more than one value.');
    expect(await panel.locator('.hero').count()).toBe(0);
    await panel.getByRole('button', { name: 'Clear filters' }).click();
    await panel.locator('.hero').waitFor();
    expect(await filtersOf(page, SHEETS.members)).toEqual({});
  });

  it('say that a filter on another field does not narrow them', async () => {
    const { panel } = await ready({
      filters: [{ field: 'Region', worksheets: [SHEETS.members], values: ['West'] }],
    });
    expect(await panel.locator('.banner').textContent()).toContain(
      'Not narrowed by the dashboard’s filter on Region.',
    );
  });

  it('filter the dashboard to a tier, and lift that', async () => {
    const { page, panel } = await ready();
    await page.evaluate((name) => window.stage.dashboard.select(name, [0]), SHEETS.members);
    const pill = panel.locator('button.pill');
    const tier = await pill.textContent();
    await pill.click();
    await expect.poll(() => filtersOf(page, SHEETS.members)).toEqual({ 'Wonder Score Tier': tier });
  });

  it('work where every worksheet is empty', async () => {
    const sheets = (await memberDashboard(setting.server)).worksheets;
    const dashboard = await ready({ worksheets: sheets.map((sheet) => ({ ...sheet, rows: [] })) });
    expect(await context(dashboard)).toBe('All members');
  });

  it('say whether a worksheet has the same figure', async () => {
    const figures = { wonder_score: { worksheet: SHEETS.headline, field: 'AVG(Wonder Score)' } };
    const { page, panel } = await ready({ settings: settingsOf({}, { figures }) });
    await panel.getByText('Worksheet agrees').waitFor();
    await page.evaluate(
      (name) => window.stage.dashboard.updateRows(name, [[12.5]]),
      SHEETS.headline,
    );
    await panel.getByText('Worksheet shows 12.5').waitFor();
  });

  it('warn where the extract is older than the scores', async () => {
    const old = await ready({ extractUpdateTime: '2020-01-02T03:04:05Z' });
    await old.panel.locator('.banner').getByText('An extract refresh is due.').waitFor();
    const fresh = await ready({ extractUpdateTime: new Date(Date.now() + 60_000).toISOString() });
    await fresh.page.waitForFunction(() => window.stage.count('get-data-sources') > 0);
    expect(await fresh.panel.locator('.banner').count()).toBe(0);
  });

  it('write in the workbook’s font, and dark where it writes in a light colour', async () => {
    const { page, panel } = await ready({
      formatting: [
        {
          classNameKey: 'tableau-worksheet',
          cssProperties: { fontFamily: 'Georgia', color: '#f5f5f5' },
        },
      ],
    });
    const family = () =>
      panel.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
    expect(await family()).toMatch(/^Georgia/);
    expect(await panel.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.evaluate(() =>
      window.stage.setFormatting([
        { classNameKey: 'tableau-worksheet', cssProperties: { fontFamily: 'Verdana' } },
      ]),
    );
    await expect.poll(family).toMatch(/^Verdana/);
    await expect.poll(() => panel.locator('html').getAttribute('data-theme')).toBe('light');
  });

  it('save nothing by themselves, neither for a viewer nor for an author', async () => {
    for (const mode of ['viewing', 'authoring'] as const) {
      const { page } = await ready({ mode });
      expect(await page.evaluate(() => window.stage.count('save-extension-settings'))).toBe(0);
    }
  });

  it('wait for a slow host, and ask nothing before it has said what is filtered', async () => {
    const dashboard = await open({
      latencyMs: 600,
      filters: [{ field: 'Primary Sport', worksheets: [SHEETS.members], values: ['Football'] }],
    });
    await dashboard.panel.locator('.skeleton').first().waitFor();
    expect(dashboard.asked).toEqual([]);
    await dashboard.panel.locator('.hero').waitFor();
    expect(dashboard.asked).toEqual(['/api/v1/cohort?sport=Football']);
  });

  it('say that a silent host does not answer, and can be shown without it', async () => {
    const dashboard = await open({ silent: true });
    await dashboard.panel.locator('.message').waitFor();
    expect(await message(dashboard)).toContain('The dashboard did not answer');
    expect(dashboard.asked).toEqual([]);
    await dashboard.panel.getByRole('button', { name: 'Show without the dashboard' }).click();
    await dashboard.panel.locator('.hero').waitFor();
    expect(await context(dashboard)).toBe('All members');
  });

  it('show nothing unfiltered where the host refuses to say what is filtered', async () => {
    const dashboard = await open({ fail: ['get-filters'] });
    await dashboard.panel.locator('.message').waitFor();
    expect(await message(dashboard)).toContain('The dashboard did not say what is filtered');
    const { page, panel } = dashboard;
    await page.evaluate((name) => {
      window.stage.fail.clear();
      window.stage.dashboard.select(name, []);
    }, SHEETS.members);
    await panel.locator('.hero').waitFor();
  });

  it('work without what else the host refuses', async () => {
    const fail = ['get-parameters-for-sheet', 'get-data-sources', 'get-summary-data'];
    // Columns cannot be read, so an author has said which field is what.
    const fields = { wonder_id: { worksheet: SHEETS.members, field: 'Wonder Id' } };
    const dashboard = await ready({ fail, settings: settingsOf(fields) });
    expect(await context(dashboard)).toBe('All members');
    expect(dashboard.complaints).toEqual([]);
  });

  it('come back after a reload', async () => {
    const { page, panel } = await ready();
    await page.evaluate(() => window.stage.reload());
    await panel.locator('.hero').waitFor();
    expect(await page.evaluate(() => window.stage.count('initialize-extension'))).toBe(2);
  });
});

/** Settings as the workbook keeps them. */
function settingsOf(fields: object, more: object = {}): Record<string, string> {
  return { wonder: JSON.stringify({ version: 1, fields, ...more }) };
}

/** Filters of a worksheet that let not everything through, by field; of several values only the first. */
function filtersOf(page: Page, name: string): Promise<Record<string, string>> {
  return page.evaluate((sheet) => {
    const filters = [...window.stage.dashboard.sheet(sheet).filters.values()];
    const set = filters.flatMap(({ field, values }) =>
      values === null ? [] : [[field, [...values][0] ?? '']],
    );
    return Object.fromEntries(set);
  }, name);
}
