import type { Browser } from 'playwright-core';
import { buildExtension, type PageSize } from '../../esbuild.config.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { type PanelServer, startPanelServer } from '../support/panel-server.ts';
import { goalLine } from './goal-line.ts';
import { measureRings } from './panels/rings.ts';
import { measureTable } from './panels/table.ts';

const GOALS = { firstRingMs: 100, frameMs: 20, tableRatio: 20, scrollMs: 34 } as const;
const ROUNDS = 5;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function judgeSizes(pages: readonly PageSize[]): string[] {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  return pages.map(({ url, gzip, limit }) =>
    goalLine(
      gzip <= limit,
      `/${url}: first load ${kilobytes(gzip)} KB gzip (goal ${limit / 1024})`,
    ),
  );
}

async function judgeRings(browser: Browser, server: PanelServer): Promise<string[]> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await measureRings(browser, server.url));
  }
  const first = median(rounds.map(({ firstRingMs }) => firstRingMs));
  const frame = median(rounds.map(({ frameP95Ms }) => frameP95Ms));
  return [
    goalLine(
      first <= GOALS.firstRingMs,
      `first ring ${first.toFixed(0)} ms after the data (goal ${GOALS.firstRingMs})`,
    ),
    goalLine(
      frame <= GOALS.frameMs,
      `five rings growing: p95 of a frame ${frame.toFixed(1)} ms (goal ${GOALS.frameMs})`,
    ),
  ];
}

async function judgeTable(browser: Browser, server: PanelServer): Promise<string[]> {
  const { whole, virtual, scrollMs, rowsInPage } = await measureTable(browser, server.url);
  const ratio = median(whole.map((ms, round) => ms / (virtual[round] ?? Number.NaN)));
  const [all, inView] = [median(whole).toFixed(0), median(virtual).toFixed(1)];
  return [
    goalLine(
      ratio >= GOALS.tableRatio,
      `5,000 rows: first frame ${ratio.toFixed(0)} times sooner than with all drawn, ${inView} ms for ${all} (goal ${GOALS.tableRatio} times)`,
    ),
    goalLine(
      scrollMs <= GOALS.scrollMs,
      `100,000 rows scrolled through, ${rowsInPage} drawn: p95 of a frame ${scrollMs.toFixed(1)} ms (goal ${GOALS.scrollMs}, two frames)`,
    ),
  ];
}

/** What the panels weigh, how soon they draw, and how long lists behave, in the machine's own Chromium. */
export async function run(): Promise<void> {
  const { pages } = await buildExtension();
  for (const line of judgeSizes(pages)) console.log(line);
  if (!hasChromium) return;
  const [server, browser] = await Promise.all([startPanelServer(), launchChromium()]);
  try {
    for (const line of await judgeRings(browser, server)) console.log(line);
    for (const line of await judgeTable(browser, server)) console.log(line);
  } finally {
    await browser.close();
    await server.stop();
  }
}
