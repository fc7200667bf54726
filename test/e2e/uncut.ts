import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findLayoutFaults } from '../support/layout.ts';

/** Waits until nothing is cut, looking once what a new size moves has been fitted, which is after the layout. */
export async function uncut(page: Page, where = ''): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect.poll(() => findLayoutFaults(page), { message: where }).toEqual([]);
}
