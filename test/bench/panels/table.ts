import type { Browser } from 'playwright-core';
import { openPage } from '../../support/chromium.ts';
import { bundleScene } from './bundle-scene.ts';
import { p95 } from './rings.ts';

export interface TableMeasured {
  /** Milliseconds to the first frame with 5,000 rows, round by round. */
  readonly whole: readonly number[];
  readonly virtual: readonly number[];
  /** p95 of the frames while 100,000 rows are scrolled through. */
  readonly scrollMs: number;
  readonly rowsInPage: number;
}

const ROUNDS = 7;

/** The panels' own table, drawn whole and as it is, in turns in one page. */
export async function measureTable(browser: Browser, url: string): Promise<TableMeasured> {
  const { page } = await openPage(browser, { width: 960, height: 480 });
  // A page of ours, for its style sheet; the scene comes by the debugger, past the content policy.
  await page.goto(`${url}/extension/segments`);
  await page.locator('button.segment').first().waitFor();
  await page.evaluate(await bundleScene('table-scene.tsx'));
  const call = (name: string, ...asked: number[]): Promise<number[]> =>
    page.evaluate(
      async ([method, numbers]) => {
        const scene: unknown = Reflect.get(globalThis, 'scene');
        return await Reflect.get(Object(scene), method)(...numbers);
      },
      [name, asked] as const,
    );
  const whole: number[] = [];
  const virtual: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    whole.push(...(await call('drawWhole', 5000)));
    virtual.push(...(await call('drawVirtual', 5000)));
  }
  const [rowsInPage = Number.NaN, ...frames] = await call('scroll', 100_000);
  await page.context().close();
  return { whole, virtual, scrollMs: p95(frames), rowsInPage };
}
