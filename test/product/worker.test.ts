import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FakeSqlApi } from '../support/snowflake-fake/sql-api-server.ts';
import { type LocalWorker, startWorker } from '../support/worker/start-worker.ts';

const ROOT = join(import.meta.dirname, '../..');
const DAY = '2025-03-01';
const TINY = join(ROOT, 'test/golden/data/tiny');
const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const metaSchema = z.object({ meta: z.object({ run_id: z.string() }) });
const wonder = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'bin/wonder.mjs'), ...args]);

/** Asks under a host name of one's own, which fetch does not allow. */
function statusAs(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

// In workerd, by wrangler, as it is deployed; Snowflake's SQL API is a fake with the scores of golden/tiny.
describe('the Worker', () => {
  let folder: string;
  let fake: FakeSqlApi;
  let worker: LocalWorker;

  async function get(
    path: string,
  ): Promise<{ status: number; edge: string | null; body: unknown }> {
    const response = await fetch(worker.url + path);
    const edge = response.headers.get('x-edge-cache');
    return { status: response.status, edge, body: await response.json() };
  }

  const strike = () => fetch(`${worker.url}/cdn-cgi/handler/scheduled?cron=*`);
  const movesSaid = () => worker.said().split('pointer moved').length;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wonder-worker-test-'));
    const database = join(folder, 'scored.duckdb');
    await wonder('load', TINY, '--database', database);
    // Twice: the second run is published in the place of the first.
    for (let run = 0; run < 2; run += 1) {
      await wonder('score', '--as-of', DAY, '--database', database);
    }
    fake = await FakeSqlApi.start(database);
    worker = await startWorker({
      SNOWFLAKE_ACCOUNT: 'invented-account',
      SNOWFLAKE_USER: 'WONDER_READER_OF_NOBODY',
      // On one line, as an environment takes it.
      SNOWFLAKE_PRIVATE_KEY: PEM.replaceAll('\n', '\\n'),
      SNOWFLAKE_ACCESS_URL: fake.url,
      K_MIN: '1',
    });
  });
  afterAll(async () => {
    await worker?.stop();
    await fake?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers scores and segments by the SQL API, equal to the golden files', async () => {
    const [header = '', first = ''] = (
      await readFile(join(TINY, 'expected_daily.csv'), 'utf8')
    ).split('\n');
    const values = first.split(',');
    const expected = Object.fromEntries(header.split(',').map((name, i) => [name, values[i]]));
    const { status, body } = await get(`/api/v1/scores/${expected.wonder_id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      wonder_id: expected.wonder_id,
      wonder_score: Number(expected.wonder_score),
      wonder_score_tier: expected.wonder_score_tier,
      meta: { score_date: DAY },
    });
    const manifest: unknown = JSON.parse(await readFile(join(TINY, 'manifest.json'), 'utf8'));
    const segments = await get('/api/v1/segments');
    expect(segments.status).toBe(200);
    expect(manifest).toMatchObject({ segments: { elite: 1 } });
    expect(segments.body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ segment: 'elite', fans: 1 })]),
    });
    expect(fake.journal.statements.at(-1)?.parameters).toMatchObject({ role: 'WONDER_READER' });
    // Signed in workerd.
    expect(fake.signIns.at(-1)?.['x-snowflake-authorization-token-type']).toBe('KEYPAIR_JWT');
  });

  it('moves the pointer when the clock strikes, and then answers from the edge', async () => {
    const path = '/api/v1/segments/elite';
    expect((await strike()).status).toBe(200);
    await expect.poll(worker.said).toContain('pointer moved');
    const first = await get(path);
    await expect.poll(async () => (await get(path)).edge).toBe('hit');
    const asked = fake.journal.statements.length;
    const again = await get(path);
    expect(again.edge).toBe('hit');
    expect(again.body).toEqual(first.body);
    expect(fake.journal.statements).toHaveLength(asked);
  });

  it('keeps answers by run: a newer one is answered as soon as the pointer says so', async () => {
    const path = '/api/v1/segments/elite';
    const runOf = async () => metaSchema.parse((await get(path)).body).meta.run_id;
    await expect.poll(async () => (await get(path)).edge).toBe('hit');
    const before = await runOf();
    await fake.prepare(
      `update analytics.score_runs set published = not published where score_date = date '${DAY}'`,
    );
    expect(await runOf()).toBe(before);
    const moves = movesSaid();
    await strike();
    await expect.poll(movesSaid).toBeGreaterThan(moves);
    expect(await runOf()).not.toBe(before);
    await expect.poll(async () => (await get(path)).edge).toBe('hit');
    expect(await runOf()).not.toBe(before);
  });

  it('has one at a time move the pointer, and lets the next one do it again', async () => {
    fake.journal.breakWith(({ sql }) =>
      sql.includes('ever_published') ? { kind: 'slow', milliseconds: 3000 } : undefined,
    );
    await expect
      .poll(async () => {
        await Promise.all([strike(), strike()]);
        return worker.said();
      })
      .toContain('another Worker is at it');
    fake.journal.clear();
    const moves = movesSaid();
    await expect
      .poll(async () => {
        await strike();
        return movesSaid();
      })
      .toBeGreaterThan(moves);
  });

  it('starts no run, and answers nobody but this machine while everyone is signed in', async () => {
    const start = await fetch(`${worker.url}/api/v1/runs`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-demo-role': 'admin',
        'idempotency-key': 'a',
      },
      body: '{}',
    });
    expect(start.status).toBe(409);
    expect(await statusAs('portal.example.edu', `${worker.url}/api/v1/segments`)).not.toBe(200);
  });
});
