import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../support/landing-folder.ts';
import { type RunningCli, runCli, startCli } from '../support/run-cli.ts';

const START = ['start', '--fans', '300', '--history', '22'];

let folder: Awaited<ReturnType<typeof makeFolder>>;
let environment: Record<string, string>;
let running: RunningCli | undefined;

beforeAll(async () => {
  folder = await makeFolder();
  environment = { DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'warn' };
});
afterAll(async () => {
  await running?.kill('SIGKILL');
  await folder.remove();
});

async function startServing(): Promise<{ cli: RunningCli; text: string; url: string }> {
  const cli = startCli(START, environment);
  running = cli;
  const text = await cli.said(/answers at http:\S+/);
  return { cli, text, url: /answers at (http:\S+)/.exec(text)?.[1] ?? '' };
}

/** Runs a line that a command printed, as a person would. */
async function shell(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${line} -s`], { cwd: folder.path });
  return stdout;
}

it('a first start that is killed goes on where it was', async () => {
  const first = startCli(START, environment);
  running = first;
  await first.said(/20 of 22 days are scored/);
  await first.kill('SIGKILL');
  const { cli, text, url } = await startServing();
  expect(text).not.toContain('making demo data');
  expect(text).toMatch(/scoring (\d{4}-\d\d-\d\d|2 days up to \S+) \.\.\./);
  expect((await fetch(`${url}/preview`)).status).toBe(200);
  const history = await fetch(`${url}/api/v1/segments`);
  expect(await history.json()).toMatchObject({ total: 7, fans: expect.any(Number) });
  expect(await cli.kill('SIGTERM')).toMatchObject({ code: 0 });
  await expect(access(`${folder.path}/wonder.duckdb.server.json`)).rejects.toThrow();
});

it('while a server has the database open, it does what commands ask for, or they say whom to ask', async () => {
  const { cli, text, url } = await startServing();
  expect(text).not.toContain('scoring');
  const segmentsNow = await (await fetch(`${url}/api/v1/segments`)).text();
  const day = /"score_date":"(\d{4}-\d\d-\d\d)"/.exec(segmentsNow)?.[1] ?? '';

  const score = await runCli(['score', '--as-of', day], environment);
  expect(score).toMatchObject({ code: 0 });
  expect(score.stderr).toContain(`The server at ${url} has the database open, so it does this.`);
  expect(score.stdout).toMatch(new RegExp(`^${day}  published  \\d+ fans  facts up to ${day}`));
  const named = await runCli(['score', '--as-of', day, '--server', url], {});
  expect(named.stdout).toMatch(new RegExp(`^${day}  published`));
  const late = await runCli(['score', '--as-of', '2099-01-01', '--server', url], {});
  expect(late.code).toBe(1);
  expect(late.stderr).toContain('score_date is in the future');

  const daily = ['export', '--what', 'daily', '--as-of', day, '--out', 'x.csv'];
  expect((await runCli(daily, environment)).stderr).toMatch(
    /The server cannot do this: stop it \(process \d+\), run the command again/,
  );

  const models = (await runCli(['models', 'list'], environment)).stderr.split('\n');
  const asked = models.find((line) => line.includes('curl')) ?? '';
  expect(JSON.parse(await shell(asked))).toMatchObject({ total: expect.any(Number) });

  const load = await runCli(['load', 'test/golden/data/tiny'], environment);
  expect(load.code).toBe(1);
  expect(load.stderr).toMatch(/The server cannot do this: stop it \(process \d+\)/);
  expect((await runCli(['load', 'test/golden/data/tiny', '--dry-run'], environment)).code).toBe(0);

  const setup = await runCli(['setup'], environment);
  expect(setup.code).toBe(1);
  expect(setup.stderr).toMatch(/The server cannot do this: stop it \(process \d+\)/);

  const second = await runCli(['start'], environment);
  expect(second).toMatchObject({ code: 1 });
  expect(second.stderr).toContain(`${url}/preview`);

  const doctor = await runCli(['doctor'], { ...environment, PORT: new URL(url).port });
  expect(doctor.code).toBe(0);
  expect(doctor.stdout).toMatch(/^ok {4}lock +held by the server at/m);
  expect(doctor.stdout).toMatch(/^ok {4}port .*this service's/m);
  const taken = await runCli(['doctor'], {
    DATA_DIR: `${folder.path}/other`,
    PORT: new URL(url).port,
  });
  expect(taken.code).toBe(1);
  expect(taken.stdout).toMatch(/^fail {2}port .*taken by another process/m);
  const other = await runCli(START, {
    DATA_DIR: `${folder.path}/other`,
    PORT: new URL(url).port,
  });
  expect(other).toMatchObject({ code: 1 });
  expect(other.stderr).toContain(`cannot listen on PORT ${new URL(url).port}`);
  expect(other.stderr).not.toContain('making demo data');
  await cli.kill('SIGTERM');
});

it('a command that works on the database names itself to the next one', async () => {
  const demo = startCli(['demo', '--fans', '30000', '--force'], environment);
  running = demo;
  await demo.said(/25 %/);
  const held = await runCli(['score', '--as-of', '2026-01-01'], environment);
  expect(held.code).toBe(1);
  expect(held.stderr).toMatch(
    /Another process( \(\d+\))? has the database file .* Wait until it is done/,
  );
  const cancelled = await demo.kill('SIGINT');
  expect(cancelled.code).toBe(130);
});
