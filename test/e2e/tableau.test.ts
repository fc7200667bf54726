import { describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { hasExtensionsLibrary } from '../support/tableau-host/extensions-library.ts';
import { SHEETS } from '../support/tableau-host/member-dashboard.ts';
import {
  type OpenDashboard,
  type PlayedChanges,
  useTableau,
} from '../support/tableau-host/setting.ts';

interface InTableau {
  readonly panel: string;
  /** Is there once the panel has an answer. */
  readonly shown: string;
  /** Whom the panel is about, of everybody and of football's. */
  readonly context: { readonly all: RegExp; readonly football: RegExp };
  /** What it asks again for every filter; null where no filter narrows what it shows. */
  readonly question: RegExp | null;
}

const PANELS: readonly InTableau[] = [
  {
    panel: 'score-rings',
    shown: '.rings:not(.skeleton) .hero',
    context: { all: /^All members$/, football: /^Football$/ },
    question: /^\/api\/v1\/cohort/,
  },
  {
    panel: 'segments',
    shown: 'button.segment',
    context: { all: /^\d+ members$/, football: /^Football, \d+ members$/ },
    question: /^\/api\/v1\/segments\?/,
  },
  {
    panel: 'churn',
    shown: '.churn:not(.skeleton) .figures',
    context: { all: /^All members$/, football: /^Football$/ },
    question: /^\/api\/v1\/churn\/summary/,
  },
  {
    panel: 'narrative',
    shown: '.sentence',
    context: { all: /^Executive$/, football: /^Executive, all fans, not filtered$/ },
    question: null,
  },
  {
    panel: 'operations',
    shown: '.ops-runs',
    context: { all: /^Read only$/, football: /^Read only$/ },
    question: null,
  },
];
const FOLLOWING = PANELS.filter(({ question }) => question !== null);
const FOOTBALL = {
  filters: [{ field: 'Primary Sport', worksheets: [SHEETS.members], values: ['Football'] }],
};
/** A workbook with a look of its own, for readers who write numbers otherwise. */
const LOOK = {
  locale: 'de-de',
  formatting: [
    {
      classNameKey: 'tableau-worksheet',
      cssProperties: { fontFamily: 'Georgia', color: '#f5f5f5' },
    },
  ],
};

describe.skipIf(!hasChromium || !hasExtensionsLibrary)('inside Tableau', () => {
  const setting = useTableau();

  const ready = async (
    { panel, shown }: InTableau,
    changes: PlayedChanges = {},
  ): Promise<OpenDashboard> => {
    const opened = await setting.open(panel, changes);
    await opened.panel.locator(shown).first().waitFor();
    return opened;
  };
  const context = ({ panel }: OpenDashboard) => panel.locator('.frame-context').textContent();
  const filter = ({ page }: OpenDashboard, ...values: string[]): Promise<unknown> =>
    page.evaluate(
      ({ name, wanted }) =>
        window.stage.dashboard.applyFilter(name, 'Primary Sport', { values: wanted }),
      { name: SHEETS.members, wanted: values },
    );

  describe.each(PANELS)('$panel', (panel) => {
    it('starts, follows a filter with one question for its burst, and comes back', async () => {
      const dashboard = await ready(panel, { mode: 'viewing' });
      const { page, asked, complaints } = dashboard;
      await expect.poll(() => context(dashboard)).toMatch(panel.context.all);
      // Third-party frames have no storage here, and the panel does without.
      const frame = page.frame({ name: 'extension' });
      await expect(frame?.evaluate(() => window.localStorage)).rejects.toThrow('denied');
      const before = asked.length;
      // Shared by two worksheets, two changes of a filter make eight events.
      await filter(dashboard, 'Tennis');
      await filter(dashboard, 'Football');
      await expect.poll(() => context(dashboard)).toMatch(panel.context.football);
      const { question } = panel;
      const again = asked.slice(before).filter((path) => question?.test(path) ?? true);
      expect(again).toHaveLength(question === null ? 0 : 1);
      if (question !== null) expect(again[0]).toContain('sport=Football');
      await page.evaluate(() => window.stage.reload());
      await expect.poll(() => context(dashboard)).toMatch(panel.context.football);
      // A viewer's panel keeps nothing in the workbook.
      await expect
        .poll(() => page.evaluate(() => window.stage.count('save-extension-settings')))
        .toBe(0);
      expect(complaints).toEqual([]);
    });

    it('looks and writes as the workbook does, and says that the extract is old', async () => {
      const { page, panel: frame } = await ready(panel, {
        ...LOOK,
        extractUpdateTime: '2020-01-02T03:04:05Z',
      });
      const family = () =>
        frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
      await expect.poll(() => family()).toMatch(/^Georgia/);
      await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('dark');
      // The day before the month, as the dashboard's reader has it, whatever the browser's language.
      await expect
        .poll(() => frame.locator('.frame-foot').textContent())
        .toMatch(/Data to \d+\. \S+Scored \d+\. .*Loaded /);
      await frame.locator('.banner').getByText('An extract refresh is due.').waitFor();
      // Motion is reduced in this browser.
      await expect.poll(() => frame.locator('html').evaluate(runningAnimations)).toEqual([]);
      await page.evaluate(() => window.stage.setFormatting([]));
      await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('light');
      await expect.poll(family).not.toMatch(/^Georgia/);
    });

    it('says that a silent host does not answer, and can be shown without it', async () => {
      const { page, panel: frame, asked } = await setting.open(panel.panel, { silent: true });
      await page.waitForFunction(() => window.stage.count('initialize') > 0);
      await page.clock.fastForward('00:11');
      await frame.getByText('The dashboard did not answer').first().waitFor();
      expect(asked).toEqual([]);
      await frame.getByRole('button', { name: 'Show without the dashboard' }).click();
      await frame.locator(panel.shown).first().waitFor();
    });

    it('works without what a host refuses', async () => {
      const fail = ['get-parameters-for-sheet', 'get-data-sources', 'get-summary-data'];
      const dashboard = await ready(panel, { fail, settings: settingsOf(FIELDS) });
      await expect.poll(() => context(dashboard)).toMatch(panel.context.all);
      expect(dashboard.complaints).toEqual([]);
    });
  });

  describe.each(FOLLOWING)('$panel', (panel) => {
    it('waits for a slow host, and never asks unfiltered', async () => {
      const dashboard = await setting.open(panel.panel, { ...FOOTBALL, latencyMs: 400 });
      await dashboard.panel.locator('.skeleton').first().waitFor();
      expect(dashboard.asked).toEqual([]);
      await dashboard.panel.locator(panel.shown).first().waitFor();
      const questions = dashboard.asked.filter((path) => panel.question?.test(path));
      expect(questions.length).toBeGreaterThan(0);
      for (const path of questions) expect(path).toContain('sport=Football');
    });

    it('shows no figure of everybody where a filter cannot be followed or read', async () => {
      const dashboard = await ready(panel);
      const { page, panel: frame } = dashboard;
      await filter(dashboard, 'Football', 'Tennis');
      await frame.getByText('Sport is filtered to more than one value.').first().waitFor();
      await expect.poll(() => frame.locator(panel.shown).count()).toBe(0);
      await page.evaluate(() => window.stage.fail.add('get-filters'));
      await page.evaluate((name) => window.stage.dashboard.select(name, []), SHEETS.members);
      await frame.getByText('The dashboard did not say what is filtered').first().waitFor();
      await page.evaluate(() => window.stage.fail.clear());
      await frame.getByRole('button', { name: 'Clear filters' }).click();
      await frame.locator(panel.shown).first().waitFor();
      await expect.poll(() => context(dashboard)).toMatch(panel.context.all);
    });

    it('follows a parameter, and a mark of a worksheet that is no list of fans', async () => {
      const dashboard = await ready(panel, {
        settings: settingsOf({
          affiliation: { parameter: 'Affiliation' },
          sport: { worksheet: SHEETS.bySport, field: 'Primary Sport' },
        }),
      });
      const { page } = dashboard;
      await page.evaluate(() => window.stage.dashboard.setParameter('Affiliation', 'Alumni'));
      await expect.poll(() => context(dashboard)).toMatch(/^Alumni/);
      const sport = await page.evaluate((name) => {
        window.stage.dashboard.select(name, [0]);
        return String(window.stage.dashboard.sheet(name).rows[0]?.[0]);
      }, SHEETS.bySport);
      await expect.poll(() => context(dashboard)).toContain(sport);
    });
  });
});

const FIELDS = {
  wonder_id: { worksheet: SHEETS.members, field: 'Wonder Id' },
  sport: { worksheet: SHEETS.members, field: 'Primary Sport' },
};

/** Settings as the workbook keeps them. */
function settingsOf(fields: object, more: object = {}): Record<string, string> {
  return { wonder: JSON.stringify({ version: 1, fields, ...more }) };
}

/** Names of the animations that still take time. */
function runningAnimations(root: Element): string[] {
  return root
    .getAnimations({ subtree: true })
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
    .map(({ id }) => id);
}
