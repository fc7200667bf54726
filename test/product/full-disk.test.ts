import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { PATHS, runDetailSchema } from '../../server/contract/index.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { type RunningCli, startCli } from '../support/run-cli.ts';
import { scoreGolden } from '../support/scored-warehouse.ts';

const BEFORE = '2025-02-28';
const DAY = '2025-03-01';
/** Enough for what a start writes, too little for a run. */
const SMALL_KB = 16;
const ADMIN = { 'x-demo-role': 'admin', 'content-type': 'application/json' };
const dated = z.object({ meta: z.object({ score_date: z.string() }) });

let folder: Awaited<ReturnType<typeof makeFolder>>;
let wonderId: string;
let running: RunningCli | undefined;

beforeAll(async () => {
  folder = await makeFolder();
  const clock = { now: () => Date.now() };
  const path = join(folder.path, 'wonder.duckdb');
  [wonderId = ''] = await scoreGolden({ data: 'tiny', days: [BEFORE], clock }, path);
});
afterAll(async () => {
  await running?.kill('SIGKILL');
  await folder.remove();
});

async function serve(diskKilobytes?: number): Promise<string> {
  const settings = { PORT: '0', LOG_LEVEL: 'warn', SCHEDULE: 'off', STAGE_RETRIES: '0' };
  running = startCli(['serve'], { ...settings, DATA_DIR: folder.path }, diskKilobytes);
  return /answers at (http:\S+)/.exec(await running.said(/answers at http:\S+/))?.[1] ?? '';
}

async function start(url: string) {
  const body = JSON.stringify({ score_date: DAY });
  const ask = () => fetch(url + PATHS.runs, { method: 'POST', headers: ADMIN, body });
  let started = await ask();
  // The one before gives its lease back as soon as there is room for that.
  while (started.status === 409) {
    await wait(500);
    started = await ask();
  }
  expect(started.status).toBe(202);
  const { run_id: runId } = runDetailSchema.parse(await started.json());
  return async () => {
    const answer = await fetch(url + PATHS.run.replace('{id}', runId), { headers: ADMIN });
    return runDetailSchema.parse(await answer.json());
  };
}

async function dayOf(url: string): Promise<string> {
  const answer = await fetch(url + PATHS.score.replace('{wonder_id}', wonderId));
  return dated.parse(await answer.json()).meta.score_date;
}

/** Somebody has made room. */
async function makeRoom(): Promise<void> {
  const record = await readFile(join(folder.path, 'wonder.duckdb.server.json'), 'utf8');
  const { pid } = z.object({ pid: z.number() }).parse(JSON.parse(record));
  await promisify(execFile)('prlimit', ['--pid', String(pid), '--fsize=unlimited']);
}

it('a run on a full disk fails and says so, the service goes on reading, and the next one with room is whole', async () => {
  const url = await serve(SMALL_KB);
  const failing = await start(url);
  await running?.said(/"run failed"/);
  expect(await dayOf(url)).toBe(BEFORE);
  expect((await fetch(url + PATHS.ready)).status).toBe(200);
  // Where there was no room even to write that down, it is made up for.
  await makeRoom();
  await expect.poll(async () => (await failing()).status).not.toBe('running');
  const failed = await failing();
  expect(failed).toMatchObject({ status: 'failed', published: false });
  const said = JSON.stringify(failed.stages);
  expect(said).toContain('could not use its disk');
  expect(said).not.toContain(folder.path);

  const next = await start(url);
  await expect.poll(async () => (await next()).status).not.toBe('running');
  expect(await next()).toMatchObject({ status: 'succeeded', published: true });
  expect(await dayOf(url)).toBe(DAY);
  expect((await running?.kill('SIGTERM'))?.code).toBe(0);
});

it('a service that starts on a full disk reads what there is', async () => {
  const url = await serve(0);
  expect(await dayOf(url)).toBe(DAY);
  // Told twice, it still ends as it should.
  const [ended] = await Promise.all([running?.kill('SIGTERM'), running?.kill('SIGTERM')]);
  expect(ended?.code).toBe(0);
});
