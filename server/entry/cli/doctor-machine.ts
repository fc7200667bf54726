import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { listenError } from '../listening.ts';
import { type Check, doubtful, failed, passed } from './doctor-check.ts';
import { findServer } from './held-database.ts';

const GIGABYTE = 1_000_000_000;
const DISK_LEAST = 0.5;
const DISK_WANTED = 5;
const MEMORY_WANTED = 2;

/** Whether the service could listen, or listens already. */
export async function checkPort(config: Config): Promise<Check> {
  const { host, port, duckdbPath } = config;
  const place = `${host}:${port}`;
  const error = await listenError(config);
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
