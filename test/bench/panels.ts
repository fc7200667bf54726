import type { Browser } from 'playwright-core';
import { buildExtension, type PageSize } from '../../esbuild.config.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { type PanelServer, startPanelServer } from '../support/panel-server.ts';
import { measureRings } from './panels/rings.ts';
import { measureTable } from './panels/table.ts';

const GOALS = { firstRingMs: 100, frameMs: 20, tableRatio: 20 } as const;
const ROUNDS = 5;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function say(name: string, result: string, met: boolean): boolean {
  console.log(`${met ? 'ok  ' : 'MISS'} ${name.padEnd(46)} ${result}`);
  return met;
}

function reportSizes(pages: readonly PageSize[]): boolean[] {
  return pages.map(({ url, gzip, limit }) =>
    say(
      `/${url}, first load`,
      `${(gzip / 1024).toFixed(1)} of ${limit / 1024} KB gzip`,
      gzip <= limit,
    ),
  );
}

async function reportRings(browser: Browser, server: PanelServer): Promise<boolean[]> {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await measureRings(browser, server.url));
  }
  const first = median(rounds.map(({ firstRingMs }) => firstRingMs));
  const frame = median(rounds.map(({ frameP95Ms }) => frameP95Ms));
  return [
    say(
      'first ring after the data',
      `${first.toFixed(1)} ms, goal ${GOALS.firstRingMs}`,
      first <= GOALS.firstRingMs,
    ),
    say(
      'five rings growing, p95 of a frame',
      `${frame.toFixed(1)} ms, goal ${GOALS.frameMs}`,
      frame <= GOALS.frameMs,
    ),
  ];
}

async function reportTable(browser: Browser, server: PanelServer): Promise<boolean[]> {
  const { whole, virtual, scrollMs, rowsInPage } = await measureTable(browser, server.url);
  const ratio = median(whole.map((ms, round) => ms / (virtual[round] ?? Number.NaN)));
  console.log(
    `     5,000 rows to the first frame: all drawn ${median(whole).toFixed(1)} ms, in view ${median(virtual).toFixed(1)} ms`,
  );
  return [
    say(
      '5,000 rows, all drawn against those in view',
      `${ratio.toFixed(0)} times, goal ${GOALS.tableRatio}`,
      ratio >= GOALS.tableRatio,
    ),
    say(
      '100,000 rows scrolled through, p95 of a frame',
      `${scrollMs.toFixed(1)} ms, ${rowsInPage} rows drawn, goal 34 ms (two frames)`,
      scrollMs <= 34,
    ),
  ];
}

/** What the panels weigh, how soon they draw, and how long lists behave, in the machine's own Chromium. */
export async function run(): Promise<void> {
  const { pages } = await buildExtension();
  const met = reportSizes(pages);
  if (!hasChromium) {
    process.exitCode = 1;
    return;
  }
  const [server, browser] = await Promise.all([startPanelServer(), launchChromium()]);
  try {
    met.push(...(await reportRings(browser, server)), ...(await reportTable(browser, server)));
  } finally {
    await browser.close();
    await server.stop();
  }
  if (met.includes(false)) process.exitCode = 1;
}
