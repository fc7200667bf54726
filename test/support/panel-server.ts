import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../server/entry/config.ts';
import { startServer } from '../../server/entry/node.ts';
import { buildPanels, writePanelData } from './panel-data.ts';
import { quietLogger } from './scored-warehouse.ts';

/** The real service with demo data of its own, for as long as a test file runs. */
export interface PanelServer {
  readonly url: string;
  /** Asks the service itself, as the panels do. */
  readonly get: (path: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface PanelServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that the operator put beside the data. */
  readonly copies?: Readonly<Record<string, Uint8Array>>;
}

export async function startPanelServer(options: PanelServerOptions = {}): Promise<PanelServer> {
  const folder = await mkdtemp(join(tmpdir(), 'wonder-panels-'));
  const database = join(folder, 'wonder.duckdb');
  await Promise.all([writePanelData(database), buildPanels()]);
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
