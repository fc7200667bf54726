import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { hasExtensionsLibrary } from '../support/tableau-host/extensions-library.ts';
import { SHEETS } from '../support/tableau-host/member-dashboard.ts';
import {
  type OpenDashboard,
  type PlayedChanges,
  useTableau,
} from '../support/tableau-host/setting.ts';

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('the configure dialog', () => {
  const setting = useTableau();

  /** A panel's menu, and Configure chosen in it. */
  const configure = async (changes: PlayedChanges = {}, panel = 'score-rings') => {
    const opened = await setting.open(panel, changes);
    await opened.panel.locator('.foot-date').waitFor();
    await opened.page.evaluate(() => window.stage.configure());
    await opened.dialog.locator('.configure').waitFor();
    return opened;
  };

  it('has a guess filled in, tests the service, and saves what the panel then follows', async () => {
    const { page, panel, dialog, complaints } = await configure();
    await dialog
      .getByText(/^Connected\. Version .*, compatible\. .* add the panel from there\.$/)
      .waitFor();
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
    await expect
      .poll(() => savedIn(page))
      .toMatchObject({
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

  describe('what is set has its effect', () => {
    /** What is done in the dialog of a panel, and what can then be seen in the panel, without a reload. */
    const set = async (
      panel: string,
      choose: (opened: OpenDashboard) => Promise<unknown>,
      changes: PlayedChanges = {},
    ) => {
      const opened = await configure(changes, panel);
      await opened.dialog.getByText(/^Connected/).waitFor();
      await choose(opened);
      await opened.dialog.getByRole('button', { name: 'Save' }).click();
      return opened;
    };

    it('department: the summary is that of the one that was chosen', async () => {
      const { panel, asked } = await set('narrative', ({ dialog }) =>
        dialog.getByLabel('Department').selectOption('athletics'),
      );
      await panel.locator('.frame-context', { hasText: 'Athletics' }).waitFor();
      expect(asked.some((path) => path.startsWith('/api/v1/narratives/athletics'))).toBe(true);
    });

    it('orb: it is drawn, and is gone where motion is reduced', async () => {
      const orb = ({ dialog }: OpenDashboard) => dialog.getByLabel('Animated orb').check();
      const { panel } = await set('score-rings', orb, {
        browser: { reducedMotion: 'no-preference' },
      });
      await panel.locator('.orb canvas').waitFor();
      const still = await set('score-rings', orb);
      await expect.poll(() => savedIn(still.page)).toMatchObject({ orb: true });
      await expect.poll(() => still.panel.locator('.orb canvas').count()).toBe(0);
    });

    it('figures: each panel says whether the worksheet shows the same', async () => {
      const headline = `${SHEETS.headline}: AVG(Wonder Score)`;
      const names = [
        ['score-rings', 'WonderScore', 'Average WonderScore', 'Worksheet agrees'],
        ['segments', 'Segments', 'Fans in Elite', /^Worksheet shows \d+ in Elite$/],
        ['churn', 'Churn', 'Value at risk', null],
      ] as const;
      for (const [name, title, figure, said] of names) {
        const { panel } = await set(name, async ({ dialog }) => {
          await dialog.getByRole('heading', { name: `Configure ${title}` }).waitFor();
          await dialog.getByText('Same figures in worksheets').click();
          const choice = dialog.getByLabel(`${figure}: worksheet`);
          await choice.selectOption(`${SHEETS.bySport}: CNTD(Wonder Id)`);
          await dialog.getByText(/^It has \d+ rows\./).waitFor();
          await choice.selectOption(headline);
          await dialog.getByText(/^It shows [\d.]+ now\.$/).waitFor();
        });
        // Without models no value is predicted, and what is not known is compared with nothing.
        if (said === null)
          await expect.poll(() => panel.locator('.foot-agreement').count()).toBe(0);
        else await panel.getByText(said).waitFor();
      }
    });

    it('theme: also where there is nothing else to set', async () => {
      const { panel } = await set('operations', async ({ dialog }) => {
        await expect.poll(() => dialog.getByRole('combobox').count()).toBe(0);
        await dialog.getByLabel('Dark').check();
      });
      await expect.poll(() => panel.locator('html').getAttribute('data-theme')).toBe('dark');
    });
  });

  it('says beside a field what is wrong with it, and does not save', async () => {
    const { page, dialog } = await configure();
    await dialog.getByText(/^Connected/).waitFor();
    await dialog.getByLabel('Sport: field').selectOption('Wonder Id');
    await dialog.getByText(/^Values such as “.*” match no sport\./).waitFor();
    await expect
      .poll(() => dialog.getByLabel('Sport: field').getAttribute('aria-invalid'))
      .toBe('true');
    await dialog.getByText('1 field needs attention').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Service').fill('https://other.example.edu');
    await dialog.getByText('A panel talks to the service that it came from').waitFor();
    await dialog.getByText('2 fields need attention').waitFor();
    await expect.poll(() => savedIn(page)).toBeNull();
  });

  it('is closed by the author without a trace', async () => {
    const { page, dialog } = await configure();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.frames().some((frame) => frame.name() === 'dialog')).toBe(false);
    await expect.poll(() => savedIn(page)).toBeNull();
    await page.evaluate(() => window.stage.configure());
    await dialog.locator('.configure').waitFor();
    await page.evaluate(() => window.stage.closeDialog());
    await expect.poll(() => savedIn(page)).toBeNull();
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

/** What the workbook keeps for the panel; null: nothing. */
async function savedIn(page: Page): Promise<unknown> {
  const text = await page.evaluate(() => window.stage.settings.wonder);
  return text === undefined ? null : JSON.parse(text);
}
