import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';
import { type RunningServer, startServer } from '../../server/entry/node.ts';
import { quietLogger, scoreGolden } from '../support/scored-warehouse.ts';

let folder: string;
let database: string;
let running: RunningServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wonder-server-'));
  database = join(folder, 'w.duckdb');
  const clock = { now: () => Date.now() };
  await scoreGolden({ data: 'tiny', days: ['2025-03-01'], clock }, database);
  return () => rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const config = parseConfig({
    PORT: '0',
    DUCKDB_PATH: database,
    UV_THREADPOOL_SIZE: '16',
    ...settings,
  });
  const server = await startServer(config, { logger: quietLogger });
  running.push(server);
  return server;
}

/** Bytes as they are, over a socket of their own; answers the first line that comes back. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
      socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
  });
}

describe('the server', () => {
  it('answers what was sent before it was told to stop, also what it has not read yet', async () => {
    const server = await start();
    const { hostname, port } = new URL(server.url);
    const sockets = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        return socket;
      }),
    );
    const answers = sockets.map(async (socket) => {
      socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
      let answer = '';
      for await (const chunk of socket) answer += chunk;
      return answer.split('\r\n')[0];
    });
    const stopped = server.stop();
    // A machine that has no time for this process until all that it waits for is overdue.
    const until = performance.now() + 300;
    while (performance.now() < until);
    await stopped;
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['HTTP/1.1 200 OK']));
  });

  it('says beside the database where it is, and no longer once it has stopped', async () => {
    const server = await start();
    const record = `${database}.server.json`;
    expect(JSON.parse(await readFile(record, 'utf8'))).toEqual({
      pid: process.pid,
      url: server.url,
    });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    await expect(readFile(record)).rejects.toThrow();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('reads scores of an earlier version, whose tables lack what was added since', async () => {
    const older = join(folder, 'older.duckdb');
    await copyFile(database, older);
    const warehouse = await openDuckDb({ path: older });
    await warehouse.execute({
      sql: 'alter table analytics.mart_score_inputs drop column nps_average',
    });
    await warehouse.close();
    const server = await start({ DUCKDB_PATH: older });
    const receipt = `${server.url}/api/v1/scores/W0001/receipt`;
    expect((await fetch(receipt)).status).toBe(200);
  });

  it('lets requests in flight end, and stops well within ten seconds', async () => {
    const server = await start();
    const asked = Array.from({ length: 50 }, (_, i) =>
      fetch(`${server.url}/api/v1/fans?limit=${i + 1}`),
    );
    await Promise.race(asked);
    const started = performance.now();
    await server.stop();
    const settled = await Promise.allSettled(asked);
    expect(performance.now() - started).toBeLessThan(10_000);
    const answered = settled.flatMap((each) =>
      each.status === 'fulfilled' ? [each.value.status] : [],
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  });

  it('refuses a port that is taken, and lets go of the database', async () => {
    const server = await start();
    const other = join(folder, 'other.duckdb');
    const settings = { PORT: new URL(server.url).port, DUCKDB_PATH: other };
    await expect(start(settings)).rejects.toSatisfy(
      (error) => isWonderError(error) && error.problems[0]?.field === 'PORT',
    );
    const again = await start({ DUCKDB_PATH: other });
    expect((await fetch(`${again.url}/readyz`)).status).toBe(503);
  });

  it('scores a day while it serves, without reach to files', async () => {
    const server = await start();
    const headers = { 'x-demo-role': 'admin', 'content-type': 'application/json' };
    const body = JSON.stringify({ score_date: '2025-02-27' });
    const answer = await fetch(`${server.url}/api/v1/runs`, { method: 'POST', headers, body });
    expect(answer.status).toBe(202);
    const place = server.url + (answer.headers.get('location') ?? '');
    const runSchema = z.looseObject({ status: z.string() });
    const status = async () => runSchema.parse(await (await fetch(place)).json()).status;
    await expect.poll(status).not.toBe('running');
    expect(await status()).toBe('succeeded');
    const day = await fetch(`${server.url}/api/v1/segments?score_date=2025-02-27`);
    expect(day.status).toBe(200);
  });

  it('survives what is not HTTP', async () => {
    const { url } = await start();
    const cases = [
      'GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\nhost: localhost\n\n',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      'TRACE / HTTP/1.1\r\nhost: localhost\r\n\r\n',
    ];
    for (const text of cases) expect(await raw(url, text)).toMatch(/^HTTP\/1\.1 4(00|05|14|31)/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});
