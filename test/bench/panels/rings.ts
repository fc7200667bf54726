import type { Browser } from 'playwright-core';
import { openPage } from '../../support/chromium.ts';
import { bundleScene } from './bundle-scene.ts';

export interface RingsMeasured {
  /** From the answer of the service to the first frame with an arc in it. */
  readonly firstRingMs: number;
  /** Of the frames while the rings grow. */
  readonly frameP95Ms: number;
}

/** Opens the rings of everybody once, with motion. */
export async function measureRings(browser: Browser, url: string): Promise<RingsMeasured> {
  const { page } = await openPage(browser, {
    width: 1280,
    height: 360,
    reducedMotion: 'no-preference',
  });
  await page.addInitScript({ content: await bundleScene('rings-scene.ts') });
  await page.goto(`${url}/extension/score-rings`);
  await page.waitForFunction(() => Reflect.has(globalThis, 'measured'));
  const text = await page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'measured')));
  await page.context().close();
  const { answered, drawn, frames } = parse(text);
  return { firstRingMs: drawn - answered, frameP95Ms: p95(frames) };
}

function parse(text: string): { answered: number; drawn: number; frames: readonly number[] } {
  const marks: unknown = JSON.parse(text);
  const read = (name: string): unknown => Reflect.get(Object(marks), name);
  const frames = read('frames');
  return {
    answered: Number(read('answered')),
    drawn: Number(read('drawn')),
    frames: Array.isArray(frames) ? frames.map(Number) : [],
  };
}

/** The value that a twentieth of all is above. */
export function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
