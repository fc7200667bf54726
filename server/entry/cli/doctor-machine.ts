import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { openDuckDb } from '../../adapters/warehouse/duckdb.ts';
import { compileProject } from '../../modeling/compiled.ts';
import { parseProject } from '../../modeling/project.ts';
import type { Config } from '../config.ts';
import { findServer } from './held-database.ts';
import { findPanelsState } from './panels.ts';
import { PACKAGE_ROOT } from './workplace.ts';

/** One thing that was looked at; `advice` says what to do where it is not well. */
export interface Check {
  readonly state: 'ok' | 'warn' | 'fail';
  readonly subject: string;
  readonly found: string;
  readonly advice?: string;
}

export function passed(subject: string, found: string): Check {
  return { state: 'ok', subject, found };
}

export function doubtful(subject: string, found: string, advice: string): Check {
  return { state: 'warn', subject, found, advice };
}

export function failed(subject: string, found: string, advice: string): Check {
  return { state: 'fail', subject, found, advice };
}

const NODE_LEAST = [20, 19] as const;
const GIGABYTE = 1_000_000_000;
const DISK_LEAST = 0.5;
const DISK_WANTED = 5;
const MEMORY_WANTED = 2;

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = NODE_LEAST;
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  const found = `Node ${process.versions.node}`;
  return isNew
    ? passed('versions', found)
    : failed('versions', found, `install Node ${leastMajor}.${leastMinor} or newer`);
}

async function checkEngine(): Promise<Check> {
  try {
    const warehouse = await openDuckDb({ path: ':memory:' });
    const [row] = await warehouse.query({ sql: 'select version() as version' });
    await warehouse.close();
    return passed('versions', `DuckDB ${row?.version}`);
  } catch {
    return failed('versions', 'the database engine does not start', 'run npm ci on this machine');
  }
}

export async function checkVersions(): Promise<Check[]> {
  return [checkNode(), await checkEngine()];
}

/** Whether the models can be read, ordered and rendered. */
export async function checkSql(): Promise<Check> {
  try {
    const project = parseProject(await readSqlFiles(join(PACKAGE_ROOT, 'sql')));
    const { nodes } = compileProject(project, 'duckdb');
    return passed('models', `${nodes.length} models in order`);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return failed('models', told, 'mend the file, or take it from the repository again');
  }
}

function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** Whether the service could listen, or listens already. */
export async function checkPort(config: Config): Promise<Check> {
  const { host, port, duckdbPath } = config;
  const place = `${host}:${port}`;
  const error = await listenError(port, host);
  if (error === undefined) return passed('port', `${place} is free`);
  const server = await findServer(duckdbPath);
  if (server !== undefined && Number(new URL(server.url).port) === port) {
    return passed('port', `${place} is this service's (process ${server.pid})`);
  }
  return error === 'EADDRINUSE'
    ? failed(
        'port',
        `${place} is taken by another process`,
        'stop it, or set PORT to another number',
      )
    : failed('port', `${place} cannot be listened on (${error})`, 'choose another HOST or PORT');
}

async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? undefined : freeBytes(parent);
  }
}

export async function checkDisk({ duckdbPath }: Config): Promise<Check> {
  const free = ((await freeBytes(dirname(duckdbPath))) ?? 0) / GIGABYTE;
  const found = `${free.toFixed(1)} GB free beside the database`;
  if (free < DISK_LEAST) return failed('disk', found, 'make room, or move DATA_DIR');
  if (free < DISK_WANTED)
    return doubtful('disk', found, 'a run of a million fans needs about 5 GB');
  return passed('disk', found);
}

export function checkMemory({ duckdbMemoryLimit, threadPoolSize }: Config): Check {
  const total = totalmem() / GIGABYTE;
  const limit = duckdbMemoryLimit ?? `${(total / 2).toFixed(1)} GB`;
  const found = `${total.toFixed(1)} GB, of which the engine may use ${limit}; ${threadPoolSize} threads in the pool`;
  return total < MEMORY_WANTED
    ? doubtful('memory', found, 'large data will spill to disk and be slow')
    : passed('memory', found);
}

export async function checkPanels(): Promise<Check> {
  const state = await findPanelsState();
  if (state === 'built') return passed('panels', 'built');
  const found = state === 'missing' ? 'not built' : 'older than their sources';
  return doubtful('panels', found, 'npm start builds them, or npm run build');
}
