import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../../esbuild.config.ts';
import { systemClock } from '../../server/adapters/system/clock.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { parseConfig } from '../../server/entry/config.ts';
import { startServer } from '../../server/entry/node.ts';
import { generateDemo } from '../../server/usecases/generate-demo.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';
import { quietLogger } from './scored-warehouse.ts';

/** The real service with demo data of its own, for as long as a test file runs. */
export interface PanelServer {
  readonly url: string;
  /** Asks the service itself, as the panels do. */
  readonly get: (path: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const FANS = 400;
const DAY_MS = 86_400_000;
/** The last complete day, a change and a trend before it. */
const SCORED_DAYS_AGO = [29, 15, 8, 1];

export interface PanelServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that the operator put beside the data. */
  readonly copies?: Readonly<Record<string, Uint8Array>>;
}

export async function startPanelServer(options: PanelServerOptions = {}): Promise<PanelServer> {
  const folder = await mkdtemp(join(tmpdir(), 'wonder-panels-'));
  const database = join(folder, 'wonder.duckdb');
  await Promise.all([fill(database), buildExtension()]);
  for (const [name, copy] of Object.entries(options.copies ?? {})) {
    await writeFile(join(folder, name), copy);
  }
  const config = parseConfig({
    DATA_DIR: folder,
    DUCKDB_PATH: database,
    PORT: '0',
    TIMEZONE: 'UTC',
    ...options.environment,
  });
  const server = await startServer(config, { logger: quietLogger });
  return {
    url: server.url,
    get: async (path) => {
      const response = await fetch(`${server.url}${path}`);
      return response.json();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(database: string): Promise<void> {
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

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
