import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { extractListSchema, PATHS, runDetailSchema } from '../../server/contract/index.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { type RunningCli, startCli } from '../support/run-cli.ts';
import { scoreGolden } from '../support/scored-warehouse.ts';
import { finishedJob, TableauDouble } from '../support/tableau-double.ts';

const DAY = '2025-03-01';
const REFRESH = /^POST .*\/refresh$/;
const POLL = /^GET .*\/jobs\/[^/]+$/;
const ADMIN = { 'x-demo-role': 'admin', 'content-type': 'application/json' };
const stillRunning = {
  json: { job: { id: 'j', startedAt: '2025-03-02T08:01:00Z', progress: '40' } },
};

let folder: Awaited<ReturnType<typeof makeFolder>>;
let double: TableauDouble;
let running: RunningCli | undefined;

beforeAll(async () => {
  folder = await makeFolder();
  const clock = { now: () => Date.now() };
  await scoreGolden({ data: 'tiny', days: [DAY], clock }, join(folder.path, 'wonder.duckdb'));
  double = await new TableauDouble().listen();
});
afterAll(async () => {
  await running?.kill('SIGKILL');
  await double.close();
  await folder.remove();
});

async function serve(): Promise<string> {
  running = startCli(['serve'], {
    DATA_DIR: folder.path,
    PORT: '0',
    LOG_LEVEL: 'warn',
    SCHEDULE: 'off',
    TABLEAU_URL: double.url,
    TABLEAU_PAT_NAME: 'nightly',
    TABLEAU_PAT_SECRET: 'an-invented-secret-of-nobody',
    TABLEAU_EXTRACTS: 'datasource:3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    TABLEAU_POLL_SECONDS: '1',
  });
  return /answers at (http:\S+)/.exec(await running.said(/answers at http:\S+/))?.[1] ?? '';
}

const get = async (url: string) => (await fetch(url, { headers: ADMIN })).json();

it('a service that is killed while Tableau refreshes goes on with the same refresh', async () => {
  double.on(POLL, stillRunning);
  const first = await serve();
  const started = await fetch(first + PATHS.runs, {
    method: 'POST',
    headers: ADMIN,
    body: JSON.stringify({ score_date: DAY }),
  });
  const { run_id } = z.object({ run_id: z.string() }).parse(await started.json());
  await expect.poll(() => double.asked(POLL).length).toBeGreaterThan(0);
  await running?.kill('SIGKILL');

  const asked = double.asked(POLL).length;
  const second = await serve();
  const run = async () =>
    runDetailSchema.parse(await get(second + PATHS.run.replace('{id}', run_id)));
  expect(await run()).toMatchObject({ status: 'succeeded', published: true });
  await expect.poll(() => double.asked(POLL).length).toBeGreaterThan(asked);
  expect((await run()).stages.at(-1)).toMatchObject({ name: 'refresh', status: 'running' });
  double.on(POLL, { json: finishedJob('j', 0) });
  await expect
    .poll(async () => (await run()).stages.at(-1))
    .toMatchObject({ name: 'refresh', status: 'succeeded' });
  expect(double.asked(REFRESH)).toHaveLength(1);
  expect(new Set(double.asked(POLL).map(({ path }) => path)).size).toBe(1);
  const { items } = extractListSchema.parse(await get(second + PATHS.extracts));
  expect(items[0]?.last_job).toMatchObject({ status: 'succeeded', run_id });
});
