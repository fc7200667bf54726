import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../support/landing-folder.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { FakeSnowflake } from '../support/snowflake-fake/driver-server.ts';
import { fakeSettings } from '../support/snowflake-fake/fake-options.ts';
import { rightsUsed } from '../support/snowflake-fake/rights-used.ts';

const DATA = 'test/golden/data/small';
const DAY = '2025-03-01';
const TOKEN = 'an-invented-token-of-nobody';
/** Not the usual one: no statement may name that by itself. */
const SNOWFLAKE_SCHEMA = 'FAN_SCORES';
const isCopy = (sql: string) => sql.startsWith('copy into');

/** What sql/setup/snowflake/2_roles.sql grants each role. */
const GRANTED = {
  loader:
    /^((select|insert|delete|copy) landing\.\w+|(create stage|drop stage|put) landing\.wonder_load_\w+)$/,
  scorer:
    /^(select landing\.\w+|(select|insert|update|delete) fan_scores|(create|drop|select|insert|delete) work)$/,
};

let folder: Awaited<ReturnType<typeof makeFolder>>;
let fake: FakeSnowflake;

// Commands as an operator gives them, in processes of their own, by the real driver.
beforeAll(async () => {
  folder = await makeFolder();
  fake = await FakeSnowflake.start();
});
afterAll(async () => {
  await fake.close();
  await folder.remove();
});

async function run(args: readonly string[], more: Record<string, string> = {}): Promise<CliResult> {
  fake.journal.clear();
  const settings = { ...fakeSettings(fake.url), SNOWFLAKE_SCHEMA, DATA_DIR: folder.path, ...more };
  const result = await runCli(args, settings);
  expect(result.stdout + result.stderr).not.toContain(TOKEN);
  return result;
}

/** The same where the command must succeed. */
async function wonder(args: readonly string[], more: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await run(args, more);
  expect(code, stderr).toBe(0);
  return stdout;
}

/** What the last command needed beyond the rights of its role. */
function beyond(role: keyof typeof GRANTED): string[] {
  const used = rightsUsed(fake.journal.statements, SNOWFLAKE_SCHEMA.toLowerCase());
  expect(used.length).toBeGreaterThan(2);
  return used.filter((right) => !GRANTED[role].test(right));
}

async function exported(what: string): Promise<string> {
  const out = join(folder.path, `${what}.csv`);
  await wonder(['export', '--what', what, '--as-of', DAY, '--out', out]);
  return await readFile(out, 'utf8');
}

it('says what is missing before the setup', async () => {
  const { stdout, code } = await run(['doctor']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/fail {2}database +missing or not to be seen: \S+.*\n +-> "wonder setup"/);
});

it('shows the setup without an account, and runs it as often as one likes', async () => {
  const printed = await wonder(['setup', '--print'], {
    SNOWFLAKE_ACCESS_URL: 'http://127.0.0.1:9',
  });
  expect(printed).toMatch(/auto_suspend = 60/);
  await wonder(['setup']);
  const first = fake.journal.texts();
  for (const sql of first.filter((text) => !/information_schema/.test(text))) {
    const [opening = ''] = sql.split('(');
    expect(printed.replace(/\s+/g, ' ')).toContain(opening);
  }
  await wonder(['setup']);
  expect(fake.journal.texts()).toEqual(first);
});

it('loads by inserts where stages are not allowed', async () => {
  await wonder(['load', DATA], { SNOWFLAKE_LOAD: 'insert' });
  const texts = fake.journal.texts();
  expect(texts.filter((sql) => isCopy(sql) || /^put /.test(sql))).toEqual([]);
  expect(texts.filter((sql) => /parse_json/.test(sql)).length).toBeGreaterThan(10);
  expect(beyond('loader')).toEqual([]);
});

it('loads by stage and COPY, in one transaction without DDL', async () => {
  await wonder(['load', DATA]);
  const texts = fake.journal.texts();
  const begun = texts.indexOf('begin transaction');
  expect(texts.filter(isCopy)).toHaveLength(11);
  expect(texts.findIndex(isCopy)).toBeGreaterThan(begun);
  const inside = texts.slice(begun, texts.indexOf('commit'));
  expect(inside.filter((sql) => /^(create|drop|alter)/.test(sql))).toEqual([]);
  expect(beyond('loader')).toEqual([]);
});

it('scores, tagged by run and model, in fewer than 200 round trips', async () => {
  await wonder(['score', '--as-of', DAY]);
  const { statements } = fake.journal;
  const tags = statements.map(({ parameters }) => String(parameters.QUERY_TAG));
  expect(tags).toContainEqual(
    expect.stringMatching(/^wonder-portal run 20250301_\w+\/mart_wonderscore_daily$/),
  );
  expect(statements.length).toBeLessThan(200);
  expect(beyond('scorer')).toEqual([]);
});

it('exports what the golden files say', async () => {
  for (const what of ['daily', 'extended', 'segments']) {
    expect(await exported(what)).toBe(await readFile(join(DATA, `expected_${what}.csv`), 'utf8'));
  }
});

it('trains, lists and publishes models, and says insights again', async () => {
  await wonder(['models', 'train', '--as-of', DAY]);
  const listed = await wonder(['models', 'list']);
  const version = /^(churn_\w+) +in use/m.exec(listed)?.[1] ?? 'none';
  expect(listed).toMatch(/^ltv_\w+ +refused/m);
  expect(await wonder(['models', 'publish', version])).toContain(`${version} is the churn model`);
  await wonder(['score', '--as-of', DAY]);
  expect(await exported('extended')).not.toBe(
    await readFile(join(DATA, 'expected_extended.csv'), 'utf8'),
  );
  expect((await wonder(['insights', 'replay', '--from', DAY, '--to', DAY])).trim()).not.toBe('');
});

it('finds all of it well', async () => {
  const stdout = await wonder(['doctor']);
  expect(stdout).toContain('Snowflake lets us in: VANDERBILT_DW by NARRATUM_WH as WONDER_SCORER');
  expect(stdout).toContain(`1 day published, the newest ${DAY}`);
});

it('does not serve where the sign-in is refused, and says why', async () => {
  fake.signInRefusal = { code: '394400', message: 'Programmatic access token is invalid.' };
  const { code, stderr } = await run(['serve'], { PORT: '0' });
  fake.signInRefusal = undefined;
  expect(code).toBe(1);
  expect(stderr).toMatch(/the access token in SNOWFLAKE_TOKEN has expired, was revoked/);
});

it('tells an operator what Snowflake refused', async () => {
  fake.journal.clear();
  const message =
    "SQL access control error: Insufficient privileges to operate on schema 'LANDING'";
  const settings = { ...fakeSettings(fake.url), SNOWFLAKE_SCHEMA, DATA_DIR: folder.path };
  fake.journal.breakWith(({ sql }) =>
    sql.startsWith('begin') ? { kind: 'refuse', code: '003001', message } : undefined,
  );
  const { code, stderr } = await runCli(['load', DATA], settings);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});
