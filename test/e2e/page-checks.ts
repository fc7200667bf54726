import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The text that can be seen. */
export async function textOf(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join('\n');
}

/** Fails with every rule of accessibility that the page breaks, and where. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Makes every question to the service fail in one way. */
export async function failAll(
  page: Page,
  problem: { readonly status: number; readonly code: string },
): Promise<void> {
  await page.route('**/api/v1/**', (route) =>
    route.fulfill({
      status: problem.status,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({ ...problem, detail: 'A sentence.', request_id: '7f3c-19ab' }),
    }),
  );
}
