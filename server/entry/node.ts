import { rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as setTimer } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { createAdaptorServer } from '@hono/node-server';
import { createPinoLogger } from '../adapters/system/pino-logger.ts';
import { WonderError } from '../domain/errors.ts';
import type { Logger } from '../ports/logger.ts';
import { serverRecordPath } from './cli/held-database.ts';
import { type Composition, composeNode } from './compose-node.ts';
import type { Config } from './config.ts';
import { cannotListen } from './listening.ts';

/** How long requests in flight may take to end once the process is to stop. */
const DRAIN_MS = 8000;
const SWEEP_MS = 50;
/** How long what was sent before the process was to stop may be on its way: until it is read, its connection is idle. */
const ARRIVAL_MS = 100;
/** A busy process may have read nothing in that time: so often it looks before it takes a connection for idle. */
const ARRIVAL_TURNS = 100;
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** A connection on which nothing moves, as of a client that does not read. */
const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 2000;

/** A service that listens. */
export interface RunningServer {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  /** Lets requests in flight end, calls off a run in flight, and closes the database. Once is enough. */
  readonly stop: () => Promise<void>;
}

function listen(server: Server, { port, host }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen({ port, host }, cause)));
    server.listen(port, host, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
    });
  });
}

function urlOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Ends when the last request has; connections that only wait are closed, again and again. */
async function closeServer(server: Server): Promise<void> {
  await setTimer(ARRIVAL_MS);
  for (let turn = 0; turn < ARRIVAL_TURNS; turn += 1) await nextTurn();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const giveUp = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(sweep);
  clearTimeout(giveUp);
}

function createServer(composition: Composition): Server {
  const server = createAdaptorServer({
    fetch: composition.app.fetch,
    serverOptions: { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
  });
  if (!('closeIdleConnections' in server)) {
    throw new WonderError('internal', { detail: 'The server is not an HTTP/1 server.' });
  }
  server.setTimeout(IDLE_MS);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

/**
 * Opens the database and listens. While it runs, `<database>.server.json` beside the database says where,
 * so that commands which find the database held can tell whom to ask. Rejects with `database_held` or
 * `bad_settings`.
 */
export async function startServer(
  config: Config,
  options: { readonly logger?: Logger } = {},
): Promise<RunningServer> {
  // After a burst of requests V8 would make parts of every later one old at birth: each then keeps the
  // next alive until a full collection, and a cached answer costs half as much again.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const logger = options.logger ?? createPinoLogger({ level: config.logLevel });
  const composition = await composeNode(config, { logger });
  const server = createServer(composition);
  const record = serverRecordPath(config.duckdbPath);
  let url: string;
  try {
    url = urlOf(await listen(server, config));
  } catch (error) {
    await composition.stopRuns();
    await composition.close();
    throw error;
  }
  await writeFile(record, `${JSON.stringify({ pid: process.pid, url })}\n`).catch(
    (error: unknown) => {
      // A full disk keeps nobody from reading.
      logger.warn('commands will not be told of this server', { because: String(error) });
    },
  );
  logger.info('listening', { url });

  async function stop(): Promise<void> {
    logger.info('stopping');
    composition.drain();
    // A run beside them would only slow down the requests that are waited for.
    await Promise.all([closeServer(server), composition.stopRuns()]);
    await composition.close();
    await rm(record, { force: true });
    logger.info('stopped');
  }
  let stopping: Promise<void> | undefined;
  return {
    url,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Stops the server when the process is asked to end; resolves when it has. */
export function stopOnSignal(running: RunningServer): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      running.stop().then(resolve, reject);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
