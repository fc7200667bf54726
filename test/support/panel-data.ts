import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../../esbuild.config.ts';
import { systemClock } from '../../server/adapters/system/clock.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { generateDemo } from '../../server/usecases/generate-demo.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { hasChromium } from './chromium.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';
import { quietLogger } from './scored-warehouse.ts';

const FANS = 400;
const DAY_MS = 86_400_000;
/** The last complete day, a change and a trend before it. */
const SCORED_DAYS_AGO = [29, 15, 8, 1];
/** Names the folder of what `setup` made, to the processes that it starts. */
const MADE = 'PANEL_DATA_FOLDER';

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

async function makePanelData(database: string): Promise<void> {
  const { warehouse, project } = await openLandingWarehouse(database);
  const files = await readSqlFiles('sql');
  const deps = {
    warehouse,
    project,
    clock: systemClock,
    ids: createRandomIds(),
    logger: quietLogger,
    instance: 'test',
  };
  try {
    const asOf = daysAgo(1);
    await generateDemo({ warehouse, project, files }, { fans: FANS, seed: 1, asOf, days: 400 });
    for (const days of SCORED_DAYS_AGO) {
      await runScoring(deps, { scoreDate: daysAgo(days), trigger: 'cli' });
    }
  } finally {
    await warehouse.close();
  }
}

/** Before the first browser test: pages and data that all their services start from are made once. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (!hasChromium) return;
  const folder = await mkdtemp(join(tmpdir(), 'wonder-panel-data-'));
  const database = join(folder, `${daysAgo(1)}.duckdb`);
  await Promise.all([makePanelData(database), buildExtension()]);
  process.env[MADE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** The panel pages: those that were built once, or, alone, built now. */
export async function buildPanels(): Promise<void> {
  if (process.env[MADE] === undefined) await buildExtension();
}

/** Demo data, scored up to yesterday: a copy of what was made once, or, alone or after a midnight, made anew. */
export async function writePanelData(database: string): Promise<void> {
  const made = join(process.env[MADE] ?? '', `${daysAgo(1)}.duckdb`);
  await copyFile(made, database).catch(() => makePanelData(database));
}
