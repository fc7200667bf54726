import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { usePanels } from '../support/panel-pages.ts';
import { bestFan } from './fans.ts';
import { axe, textOf } from './page-checks.ts';

describe.skipIf(!hasChromium)('the search for a fan', () => {
  const panels = usePanels();
  const open = async (): Promise<Page> => {
    const { page } = await panels.open();
    await page.goto(`${panels.url}/extension/score-rings`);
    await page.locator('.rings:not(.skeleton)').waitFor();
    return page;
  };

  it('turns the rings to the fan who is chosen', async () => {
    const page = await open();
    const fan = await bestFan(panels);
    await page.getByRole('button', { name: 'Find a fan' }).click();
    await page.getByLabel('Find a fan by name').fill(fan.slice(0, 9));
    await page.locator('.found-fan', { hasText: fan }).click();
    await page.locator('.rings-standing', { hasText: 'Top' }).waitFor();
    await expect.poll(() => textOf(page.locator('.frame-context'))).toBe(fan);
    await page.getByRole('button', { name: 'Find a fan' }).click();
    await page.getByLabel('Find a fan by name').fill('nobody at all');
    await page.getByText('Nobody matches').waitFor();
    await axe(page);
  });

  it('works by keys alone: what is typed at once, arrows, Enter, Escape', async () => {
    const page = await open();
    const find = page.getByRole('button', { name: 'Find a fan' });
    const box = page.getByLabel('Find a fan by name');
    // The list's own code takes its time; nothing that is typed meanwhile is lost.
    await page.route('**/assets/shared-*.js', async (route) => {
      await box.waitFor();
      await expect.poll(() => box.inputValue()).toBe('WD');
      await route.continue();
    });
    await find.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('WD');
    const marked = page.locator('.found-fan[aria-selected=true]');
    await page.locator('.found-fan').first().waitFor();
    await expect.poll(() => box.inputValue()).toBe('WD');
    await expect.poll(() => marked.count()).toBe(0);
    await axe(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => box.getAttribute('aria-activedescendant'))
      .toBe(await marked.getAttribute('id'));
    const chosen = await textOf(marked.locator('span').first());
    await page.keyboard.press('Enter');
    await page.locator('.rings-standing', { hasText: 'Top' }).waitFor();
    await expect.poll(() => textOf(page.locator('.frame-context'))).toContain(chosen);

    await find.press('Enter');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await expect
      .poll(() => find.evaluate((button) => button === document.activeElement))
      .toBe(true);
    await find.press('Enter');
    await page.keyboard.press('Tab');
    await box.waitFor({ state: 'detached' });
    // And the focus stays where it went.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });
});
