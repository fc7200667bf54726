import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUN_STAGES } from '../../server/domain/run.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { runCli, startCli } from '../support/run-cli.ts';

const TINY = 'test/golden/data/tiny';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await makeFolder();
  // A machine that lives elsewhere: no day may depend on its clock's zone.
  environment = { DATA_DIR: folder.path, TZ: 'Asia/Tokyo' };
});
afterAll(() => folder.remove());

const wonder = (...args: string[]) => runCli(args, environment);

describe('before there is data', () => {
  it('says what the commands are, and what to do first', async () => {
    const help = await wonder('--help');
    expect(help.code).toBe(0);
    for (const name of ['start', 'demo', 'load', 'score', 'export', 'serve', 'doctor']) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
    const early = await wonder('score', '--as-of', '2025-03-01');
    expect(early).toMatchObject({ code: 1, stdout: '' });
    expect(early.stderr).toContain('Make one with "wonder demo" or "wonder load DIR"');
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each([
    [['score', '--as-of', '2025-02-29'], 'day of the calendar'],
    [['score', '--as-of', '2025-03-01', '--from', '2025-03-01'], 'cannot be used with'],
    [['score', '--as-of', '2025-03-01', '--override', ' '], 'must say why'],
    [['score', '--override', '--as-of', '2025-03-01'], '--as-of is an option'],
    [['score', '--database', '--train'], '--train is an option'],
    [['export', '--what', 'daily', '--out', '--as-of', '2025-03-01'], '--as-of is an option'],
    [['trex', '--out', '--url', 'https://fans.example.edu'], '--url is an option'],
    [['score', '--from', '2025-03-01'], 'belong together'],
    [['score', '--from', '2025-03-02', '--to', '2025-03-01'], 'must not be before'],
    [['export', '--what', 'weekly', '--as-of', '2025-03-01', '--out', '-'], 'Allowed choices'],
    [['export', '--what', 'daily', '--out', '-'], '--as-of'],
    [['demo', '--fans', '0'], 'whole number'],
    [['lode'], 'unknown command'],
    [['load'], "missing required argument 'dir'"],
  ])('refuses %j as wrong usage', async (args, message) => {
    const result = await wonder(...args);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(message);
  });

  it('serves an empty database, and says that it is one', async () => {
    const database = `${folder.path}/other/new.duckdb`;
    const serving = startCli(['serve', '--database', database], { ...environment, PORT: '0' });
    expect(await serving.said(/new and empty/)).toContain(`The database ${database} is new`);
    expect((await serving.kill('SIGTERM')).code).toBe(0);
    await rm(`${folder.path}/other`, { recursive: true });
  });

  it('names every wrong setting', async () => {
    const result = await runCli(['load', TINY], { DATA_DIR: folder.path, PORT: 'x', K_MIN: '-1' });
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(
      /^Wrong settings: PORT, K_MIN\.\n {2}PORT is not .*\n {2}K_MIN is not .*\n$/,
    );
  });
});

describe('load, score, export', () => {
  it('a dry run loads nothing, a faulty folder is refused by line', async () => {
    const dry = await wonder('load', TINY, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/^fact_spend +94 rows {2}fact_spend\.csv$/m);
    expect(dry.stderr).toContain('nothing was loaded');
    expect(dry.stderr).toMatch(/^dim_date: up to [\d,]+ days would be derived/m);
    expect(await readdir(folder.path)).toEqual([]);
    const spend = await readFile(`${TINY}/fact_spend.csv`, 'utf8');
    const faulty = await makeFolder({ 'fact_spend.csv': spend.replace(',60.00,', ',sixty,') });
    const refused = await wonder('load', faulty.path);
    await faulty.remove();
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(
      'fact_spend.csv:2 gross_revenue "sixty": is not a decimal number',
    );
    const empty = await makeFolder();
    expect((await wonder('load', empty.path)).stderr).toContain('is named after a table');
    await empty.remove();
    expect(await readdir(folder.path)).toEqual([]);
    await wonder('setup');
    expect((await wonder('doctor')).stdout).toMatch(/^warn {2}data +no data is loaded/m);
    expect((await wonder('load', `${folder.path}/none`)).code).toBe(1);
    expect(await readdir(folder.path)).toEqual(['wonder.duckdb']);
  });

  it('goes from files to the golden results, byte for byte', async () => {
    const loaded = await wonder('load', TINY);
    expect(loaded.code).toBe(0);
    expect(loaded.stderr).toContain('days derived from the facts');
    expect(loaded.stderr).toContain('ignored: expected_daily.csv');
    // As given, so that it can be pasted; on a day that has facts, not on the last complete one.
    expect(loaded.stderr).toMatch(/^Next: npx wonder score --as-of 2025-\d\d-\d\d$/m);
    const scored = await wonder('score', '--as-of', '2025-03-01');
    expect(scored.stdout).toMatch(
      /^2025-03-01 {2}published {2}9 fans {2}facts up to 2025-03-01 {2}/,
    );
    // The counts are the sums of golden/data/tiny/manifest.json over its tables.
    expect(scored.stderr.split('\n').filter(Boolean)).toEqual(
      [
        ...RUN_STAGES,
        'left out: 12 copies, 25 of unknown fans, 10 without a possible date, 15 after the day, 8 values out of range',
      ].map((words) => `2025-03-01  ${words}`),
    );
    for (const what of ['daily', 'extended', 'segments']) {
      const out = `${folder.path}/${what}.csv`;
      const exported = await wonder(
        'export',
        '--what',
        what,
        '--as-of',
        '2025-03-01',
        '--out',
        out,
      );
      expect(exported.code).toBe(0);
      expect(await readFile(out, 'utf8')).toBe(
        await readFile(`${TINY}/expected_${what}.csv`, 'utf8'),
      );
      const piped = await wonder('export', '--what', what, '--as-of', '2025-03-01', '--out', '-');
      expect(piped.stdout).toBe(await readFile(out, 'utf8'));
    }
  });

  it('scores a span and names the days there are', async () => {
    const span = await wonder('score', '--from', '2025-02-27', '--to', '2025-02-28');
    expect(span.stdout.split('\n').filter(Boolean)).toHaveLength(2);
    const missing = await wonder(
      'export',
      '--what',
      'daily',
      '--as-of',
      '2025-03-02',
      '--out',
      '-',
    );
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('There are scores for 2025-02-27 to 2025-03-01.');
  });

  it('scores no day that is still to come', async () => {
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
    const late = await wonder('score', '--as-of', tomorrow);
    expect(late).toMatchObject({ code: 1, stdout: '' });
    expect(late.stderr).toContain('A day that is still to come cannot be scored.');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const args = [
      'bin/wonder.mjs',
      'export',
      '--what',
      'daily',
      '--as-of',
      '2025-03-01',
      '--out',
      '-',
    ];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    await once(child, 'close');
    expect([child.exitCode, said]).toEqual([141, '']);
  });

  it('leaves no half-written file behind', async () => {
    const nowhere = `${folder.path}/no/such/folder/x.csv`;
    const result = await wonder(
      'export',
      '--what',
      'daily',
      '--as-of',
      '2025-03-01',
      '--out',
      nowhere,
    );
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('cannot be written (ENOENT: no such file or directory)');
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says why the gates refuse a day, and what to do where they are wrong', async () => {
    const [header = '', fan = ''] = (await readFile(`${TINY}/dim_fan.csv`, 'utf8')).split('\n');
    const few = await makeFolder({ 'dim_fan.csv': `${header}\n${fan}\n` });
    expect((await wonder('load', few.path)).code).toBe(0);
    await few.remove();
    const refused = await wonder('score', '--as-of', '2025-03-02');
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/^2025-03-02 {2}refused {2}1 fan\b.* under 50%/);
    expect(refused.stderr).toContain('--override REASON');
  });

  it('does not put demo data over data of others', async () => {
    const refused = await wonder('demo', '--fans', '20');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--force');
    expect((await wonder('demo', '--fans', '20', '--force')).code).toBe(0);
    const again = await wonder('demo', '--fans', '20');
    expect(again.stderr).toContain('It is there already');
    const stays = await wonder('export', '--what', 'daily', '--as-of', '2025-03-01', '--out', '-');
    expect(stays.code).toBe(0);
    const other = await wonder('demo', '--fans', '30');
    expect(other).toMatchObject({ code: 0 });
    expect(other.stderr).toContain('scores of the demo data before are deleted');
    const gone = await wonder('export', '--what', 'daily', '--as-of', '2025-03-01', '--out', '-');
    expect(gone.stderr).toContain('nor for any other day');
  });
});

describe('doctor', () => {
  it('finds nothing to mend, and says what is there', async () => {
    const result = await wonder('doctor');
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^ok {4}data +demo data up to/m);
    expect(result.stdout).toMatch(/^warn {2}scores +none are published/m);
  });

  it('names what to mend', async () => {
    const broken = await makeFolder({
      'wonder.duckdb': 'not a database, but long enough to be read as one',
    });
    const result = await runCli(['doctor'], { DATA_DIR: broken.path, PORT: '1' });
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/^fail {2}database/m);
    await writeFile(
      `${broken.path}/wonder.duckdb.server.json`,
      '{"pid":999999999,"url":"http://127.0.0.1:1"}',
    );
    const settings = await runCli(['doctor'], {
      DATA_DIR: broken.path,
      HOST: '0.0.0.0',
      TIMEZONE: 'Mars/Base',
    });
    expect(settings.stdout).toMatch(/^fail {2}settings +HOST/m);
    expect(settings.stdout).toMatch(/^fail {2}settings +TIMEZONE/m);
    const stale = await runCli(['doctor'], { DATA_DIR: broken.path });
    expect(stale.stdout).toMatch(/^warn {2}server .*left from a server that was killed/m);
    const aFolder = await runCli(['doctor', '--database', broken.path], {});
    expect(aFolder.stdout).toMatch(/^fail {2}database .* is a folder\n *-> .*wonder\.duckdb$/m);
    expect(aFolder.stdout).not.toMatch(/^ok {4}database/m);
    const insideAFile = { DATA_DIR: `${broken.path}/wonder.duckdb` };
    expect((await runCli(['doctor'], insideAFile)).stdout).toMatch(
      /^fail {2}database .*cannot be written/m,
    );
    await broken.remove();
  });
});
