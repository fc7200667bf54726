import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findLayoutFaults } from '../support/layout.ts';

/** Waits until nothing is cut, looking once what a new size moves has been fitted, which is after the layout. */
export async function uncut(page: Page, where = ''): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect.poll(() => findLayoutFaults(page), { message: where }).toEqual([]);
}

/** Whether no edge of what floats lies outside of the page. */
export function isWithin(floating: Locator): Promise<boolean> {
  return floating.evaluate((own) => {
    const { left, top, right, bottom } = own.getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
}
