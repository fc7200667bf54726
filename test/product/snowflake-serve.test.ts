import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PATHS } from '../../server/contract/index.ts';
import { parseConfig } from '../../server/entry/config.ts';
import { type RunningServer, startServer } from '../../server/entry/node.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { readPaths } from '../support/read-paths.ts';
import { type RunningCli, runCli, startCli } from '../support/run-cli.ts';
import { quietLogger, scoreGolden } from '../support/scored-warehouse.ts';
import { FakeSnowflake } from '../support/snowflake-fake/driver-server.ts';
import { fakeSettings } from '../support/snowflake-fake/fake-options.ts';
import { rightsUsed } from '../support/snowflake-fake/rights-used.ts';
import { FakeSqlApi } from '../support/snowflake-fake/sql-api-server.ts';

const DAY = '2025-03-01';
const EARLIER = '2025-02-01';
const COMMON = { PORT: '0', K_MIN: '1', SCHEDULE: 'off', UV_THREADPOOL_SIZE: '16' };
const ROLES = ['executive', 'lead', 'admin'];
const ADMIN = { 'x-demo-role': 'admin', 'content-type': 'application/json' };
const runSchema = z.object({ run_id: z.string(), status: z.string(), published: z.boolean() });

let folder: Awaited<ReturnType<typeof makeFolder>>;
let wonderId: string;
let runId: string;
let driver: FakeSnowflake;
let api: FakeSqlApi;
let local: RunningServer;
let byApi: RunningServer;
let cli: RunningCli;
let byDriver: string;

// The same scores in DuckDB, in Snowflake by its driver, and in Snowflake by its SQL API.
beforeAll(async () => {
  folder = await makeFolder();
  const [database = '', first = '', second = ''] = ['local', 'first', 'second'].map((name) =>
    join(folder.path, `${name}.duckdb`),
  );
  const clock = { now: () => Date.now() };
  const days = [EARLIER, DAY];
  [wonderId = ''] = await scoreGolden({ data: 'tiny', days, clock }, database);
  await copyFile(database, first);
  await copyFile(database, second);
  [driver, api] = await Promise.all([FakeSnowflake.start(first), FakeSqlApi.start(second)]);
  const start = (settings: Record<string, string>) =>
    startServer(parseConfig({ ...COMMON, DATA_DIR: folder.path, ...settings }), {
      logger: quietLogger,
    });
  local = await start({ DUCKDB_PATH: database });
  byApi = await start({ ...fakeSettings(api.url), SNOWFLAKE_API: 'sql-api' });
  const settings = { ...COMMON, DATA_DIR: join(folder.path, 'data'), LOG_LEVEL: 'warn' };
  cli = startCli(['serve'], { ...settings, ...fakeSettings(driver.url) });
  byDriver = /answers at (http:\S+)/.exec(await cli.said(/answers at http:\S+/))?.[1] ?? '';
  const { items } = z
    .object({ items: z.array(runSchema) })
    .parse(await (await fetch(`${local.url}${PATHS.runs}`)).json());
  runId = items[0]?.run_id ?? '';
});
afterAll(async () => {
  await Promise.all([local?.stop(), byApi?.stop(), cli?.kill('SIGTERM')]);
  await Promise.all([driver?.close(), api?.close()]);
  await folder.remove();
});

/** Status and text of an answer, without what says when it was asked, of whom, or how often. */
async function answer(url: string, path: string, role: string): Promise<string> {
  const response = await fetch(url + path, { headers: { 'x-demo-role': role } });
  const text = (await response.text())
    .replaceAll(url, 'http://service')
    .replace(
      /"(age_seconds|request_id|generated_at|now|checked_at|not_configured_because)":("[^"]*"|\d+)/g,
      '"$1":0',
    );
  return path === PATHS.metrics ? `${response.status}` : `${response.status} ${text}`;
}

describe('the service on Snowflake', () => {
  it.each(ROLES)('answers every read as on DuckDB, to %s', async (role) => {
    for (const path of await readPaths(local.url, { wonderId, runId })) {
      const expected = await answer(local.url, path, role);
      expect(await answer(byDriver, path, role), `${path} by the driver`).toBe(expected);
      expect(await answer(byApi.url, path, role), `${path} by the SQL API`).toBe(expected);
    }
  });

  it('starts a run and tells its progress to the end', async () => {
    const started = await fetch(`${byDriver}${PATHS.runs}`, {
      method: 'POST',
      headers: { ...ADMIN, 'idempotency-key': 'by-hand' },
      body: JSON.stringify({ score_date: DAY }),
    });
    expect(started.status).toBe(202);
    const { run_id } = runSchema.parse(await started.json());
    const events = await fetch(byDriver + PATHS.runEvents.replace('{id}', run_id), {
      headers: ADMIN,
    });
    const told = await events.text();
    expect(told).toContain('"status":"running"');
    expect(told.trimEnd().split('\n\n').at(-1)).toContain('event: end');
    const run = await fetch(byDriver + PATHS.run.replace('{id}', run_id), { headers: ADMIN });
    expect(await run.json()).toMatchObject({ status: 'succeeded', published: true });
    const record = await fetch(byDriver + PATHS.score.replace('{wonder_id}', wonderId));
    expect(await record.json()).toMatchObject({ meta: { run_id, score_date: DAY } });
  });
});

describe('the service on a Snowflake that is away', () => {
  it('starts, says so, and answers and runs once it is back', async () => {
    const database = join(folder.path, 'away.duckdb');
    const clock = { now: () => Date.now() };
    await scoreGolden({ data: 'tiny', days: [DAY], clock }, database);
    const fake = await FakeSnowflake.start(database);
    fake.isDown = true;
    const config = parseConfig({ ...COMMON, DATA_DIR: folder.path, ...fakeSettings(fake.url) });
    const server = await startServer(config, { logger: quietLogger });
    expect((await fetch(server.url + PATHS.health)).status).toBe(200);
    expect((await fetch(server.url + PATHS.ready)).status).toBe(503);
    const refused = await fetch(server.url + PATHS.segments);
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true]);
    fake.isDown = false;
    // An attempt to sign in that began before takes the driver a while to give up.
    const patience = { timeout: 120_000 };
    await expect
      .poll(async () => (await fetch(server.url + PATHS.segments)).status, patience)
      .toBe(200);
    // What is left of runs that were killed is mended before any begins.
    await expect
      .poll(() => fake.journal.texts().filter((sql) => sql.includes('run_lease')), patience)
      .not.toEqual([]);
    await server.stop();
    await fake.close();
  });
});

describe('the service on the SQL API', () => {
  const post = (path: string, body: object) =>
    fetch(byApi.url + path, { method: 'POST', headers: ADMIN, body: JSON.stringify(body) });

  it('says that it only reads, and writes nothing', async () => {
    const feedback = PATHS.insightFeedback.replace('{id}', 'any');
    for (const refused of [
      await post(PATHS.runs, { score_date: DAY }),
      await post(PATHS.runRetry.replace('{id}', runId), {}),
      await post(PATHS.runCancel.replace('{id}', runId), {}),
      await post(PATHS.extractRefresh, {}),
      await post(PATHS.modelPublish.replace('{version}', 'any'), {}),
      await post(feedback, { verdict: 'useful' }),
    ]) {
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({
        code: 'conflict',
        detail: expect.stringContaining('SNOWFLAKE_API=driver'),
      });
    }
    // As much as sql/setup/snowflake/2_roles.sql grants wonder_reader.
    const used = rightsUsed(api.journal.statements, 'analytics');
    expect(used).toContain('select analytics');
    expect(used.filter((right) => !/^select (analytics|landing\.\w+)$/.test(right))).toEqual([]);
  });

  it.each([
    ['load', 'test/golden/data/tiny'],
    ['score', '--as-of', DAY],
    ['models', 'train', '--as-of', DAY],
    ['insights', 'replay', '--from', DAY, '--to', DAY],
    ['setup'],
  ])('has no %s, which says so before it does anything', async (...args) => {
    api.journal.clear();
    const settings = { ...fakeSettings(api.url), SNOWFLAKE_API: 'sql-api' };
    const { code, stderr } = await runCli(args, { ...settings, DATA_DIR: folder.path });
    expect(code).toBe(1);
    expect(stderr).toContain('SNOWFLAKE_API is sql-api (allowed: driver)');
    expect(api.journal.statements).toEqual([]);
  });

  it('has doctor and export', async () => {
    const settings = { ...fakeSettings(api.url), SNOWFLAKE_API: 'sql-api', DATA_DIR: folder.path };
    expect((await runCli(['doctor'], settings)).stdout).toContain(
      `2 days published, the newest ${DAY}`,
    );
    const out = ['--what', 'daily', '--as-of', DAY, '--out', '-'];
    const { code, stdout } = await runCli(['export', ...out], settings);
    expect(code).toBe(0);
    expect(stdout).toContain(wonderId);
  });
});
