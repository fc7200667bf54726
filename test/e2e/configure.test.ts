import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { hasExtensionsLibrary } from '../support/tableau-host/extensions-library.ts';
import { SHEETS } from '../support/tableau-host/member-dashboard.ts';
import { startTableauSetting, type TableauSetting } from '../support/tableau-host/setting.ts';
import type { DashboardConfig } from '../support/tableau-page/dashboard-config.ts';

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('the configure dialog', () => {
  let setting: TableauSetting;
  beforeAll(async () => {
    setting = await startTableauSetting();
  });
  afterAll(() => setting?.stop());

  /** A panel's menu, and Configure chosen in it. */
  const configure = async (changes: Partial<DashboardConfig> = {}) => {
    const opened = await setting.open('score-rings', changes);
    await opened.panel.locator('.hero').waitFor();
    await opened.page.evaluate(() => window.stage.configure());
    await opened.dialog.locator('.configure').waitFor();
    return opened;
  };
  const saved = async (page: Awaited<ReturnType<typeof configure>>['page']): Promise<unknown> => {
    const text = await page.evaluate(() => window.stage.settings.wonder);
    return text === undefined ? null : JSON.parse(text);
  };

  it('has a guess filled in, tests the service, and saves what the panel then follows', async () => {
    const { page, panel, dialog, complaints } = await configure();
    await dialog.getByText(/^Connected\. Version .*, compatible\.$/).waitFor();
    await dialog
      .locator('#wonder_id-note')
      .getByText('Found by its name; 3 of 3 sampled values match.')
      .waitFor();
    const place = dialog.getByLabel('Affiliation: worksheet');
    await place.selectOption('parameter:Affiliation');
    await dialog.getByText('A parameter of the dashboard.').waitFor();
    await dialog.getByLabel('Dark').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.frames().some((frame) => frame.name() === 'dialog')).toBe(false);
    expect(await saved(page)).toMatchObject({
      version: 1,
      theme: 'dark',
      fields: {
        wonder_id: { worksheet: SHEETS.members, field: 'Wonder Id' },
        affiliation: { parameter: 'Affiliation' },
      },
    });
    // The panel hears of it, without a reload.
    await expect.poll(() => panel.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.evaluate(() => window.stage.dashboard.setParameter('Affiliation', 'Alumni'));
    await expect.poll(() => panel.locator('.frame-context').textContent()).toBe('Alumni');
    expect(complaints).toEqual([]);
  });

  it('says beside a field what is wrong with it, and does not save', async () => {
    const { page, dialog } = await configure();
    await dialog.getByText(/^Connected/).waitFor();
    await dialog.getByLabel('Sport: field').selectOption('Wonder Id');
    await dialog.getByText(/^Values such as “.*” match no sport\./).waitFor();
    expect(await dialog.getByLabel('Sport: field').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByText('1 field needs attention').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Service').fill('https://other.example.edu');
    await dialog.getByText('A panel talks to the service that it came from').waitFor();
    await dialog.getByText('2 fields need attention').waitFor();
    expect(await saved(page)).toBeNull();
  });

  it('is closed by the author without a trace', async () => {
    const { page, dialog } = await configure();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.frames().some((frame) => frame.name() === 'dialog')).toBe(false);
    expect(await saved(page)).toBeNull();
    await page.evaluate(() => window.stage.configure());
    await dialog.locator('.configure').waitFor();
    await page.evaluate(() => window.stage.closeDialog());
    expect(await saved(page)).toBeNull();
  });

  it('tells a viewer, and anyone whose workbook refuses, that nothing was saved', async () => {
    const viewing = await configure({ mode: 'viewing' });
    await viewing.dialog.getByText(/^Connected/).waitFor();
    await viewing.dialog.getByRole('button', { name: 'Save' }).click();
    await viewing.dialog.getByText('Only an author can save.').waitFor();
    const refused = await configure({ fail: ['save-extension-settings'] });
    await refused.dialog.getByText(/^Connected/).waitFor();
    await refused.dialog.getByRole('button', { name: 'Save' }).click();
    await refused.dialog.getByText('The workbook did not take the settings.').waitFor();
  });

  it.each(['light', 'dark'] as const)('passes axe in the %s theme', async (theme) => {
    const settings = { wonder: JSON.stringify({ version: 1, theme, fields: {} }) };
    const { page, dialog } = await configure({ settings });
    await dialog.getByText(/^Connected/).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('iframe[name=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    if (process.env.SHOTS !== undefined) {
      const frame = page.locator('iframe[name=dialog]');
      await frame.screenshot({ path: `${process.env.SHOTS}/configure-${theme}.png` });
    }
  });
});
