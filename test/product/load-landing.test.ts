import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { DuckDbLandingLoader } from '../../server/adapters/warehouse/duckdb-landing-loader.ts';
import { isWonderError } from '../../server/domain/errors.ts';
import { landingColumns } from '../../server/domain/landing-tables.ts';
import { parseProject } from '../../server/modeling/project.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { calendarSql, landingSchema } from '../../server/usecases/landing-scripts.ts';
import { type LoadReport, loadLanding } from '../../server/usecases/load-landing.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';

const CAMPAIGN =
  'campaign_sk,campaign_id,campaign_name,channel,utm_source,utm_medium,utm_campaign,start_date,end_date';
const PRODUCT =
  'product_sk,product_id,product_name,category,subcategory,sport_affiliation,unit_cost,unit_price';
const ATTENDANCE =
  'attendance_sk,fan_sk,date_key,event_sk,ticket_type,seat_location,check_in_timestamp,no_show';

type Files = Readonly<Record<string, string | Uint8Array>>;

let warehouse: Warehouse;
let loader: DuckDbLandingLoader;

beforeEach(async () => {
  ({ warehouse, loader } = await openLandingWarehouse());
});
afterEach(() => warehouse.close());

async function load(
  files: Files,
  options: { append?: boolean; dryRun?: boolean } = {},
): Promise<LoadReport> {
  const folder = await makeFolder(files);
  try {
    const { append = false, dryRun = false } = options;
    return await loadLanding({ loader }, { directory: folder.path, append, dryRun });
  } finally {
    await folder.remove();
  }
}

async function problemsOf(files: Files, options: { dryRun?: boolean } = {}): Promise<string[]> {
  const error = await load(files, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isWonderError(error)) throw new Error('the load was not refused', { cause: error });
  expect(error.code).toBe('bad_input_files');
  return error.problems.map(({ field, message }) => `${field} ${message}`);
}

async function rows(table: string): Promise<readonly Record<string, unknown>[]> {
  return await warehouse.query({ sql: `select * from landing.${table} order by 1` });
}

describe('what a folder brings', () => {
  it('takes csv, csv.gz and parquet, any column order, and ignores other files', async () => {
    const parquet = await makeFolder();
    await warehouse.execute({
      sql: `copy (select cast(1 as integer) as attendance_sk, 7.0 as fan_sk, 20250101 as date_key, null::bigint as event_sk,
        'Single' as ticket_type, '' as seat_location, timestamp_ns '2025-01-01 10:00:00' as check_in_timestamp,
        true as no_show) to '${parquet.path}/a.parquet'`,
    });
    const { readFile } = await import('node:fs/promises');
    const report = await load({
      'DIM_CAMPAIGN.csv': `end_date,${CAMPAIGN.replace(',end_date', '').toUpperCase()}\n2025-02-28,1,C1,"a ""b"", c",,,,,2025-01-01\n`,
      'dim_product.csv.gz': gzipSync(`${PRODUCT}\n1,P,"two\nlines",,,,1,2.5\n`),
      'fact_attendance.parquet': await readFile(`${parquet.path}/a.parquet`),
      'expected_daily.csv': 'x\n',
      'README.md': '#',
    });
    await parquet.remove();
    expect(report.loaded.map(({ table, rows }) => [table, rows])).toEqual([
      ['dim_product', 1],
      ['dim_campaign', 1],
      ['fact_attendance', 1],
    ]);
    expect(report.ignored).toEqual(['README.md', 'expected_daily.csv']);
    expect(report.absent).toContain('fact_spend');
    expect(await rows('dim_campaign')).toMatchObject([
      {
        campaign_name: 'a "b", c',
        channel: null,
        start_date: '2025-01-01',
        end_date: '2025-02-28',
      },
    ]);
    expect(await rows('dim_product')).toMatchObject([
      { product_name: 'two\nlines', unit_price: 2.5 },
    ]);
    expect(await rows('fact_attendance')).toMatchObject([
      { fan_sk: 7, seat_location: null, no_show: true },
    ]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${CAMPAIGN}\n1,C,,,,,,,\n`],
    ['Windows line ends', `${CAMPAIGN}\r\n1,C,,,,,,,\r\n`],
    ['no line end at the end', `${CAMPAIGN}\n1,C,,,,,,,`],
    ['empty lines', `${CAMPAIGN}\n\n1,C,,,,,,,\n\n`],
    ['mixed line ends', `${CAMPAIGN}\r\n1,C,,,,,,,\n`],
    ['old Mac line ends', `${CAMPAIGN}\r1,C,,,,,,,\r`],
  ])('reads a file with %s', async (_, text) => {
    await load({ 'dim_campaign.csv': text });
    expect(await rows('dim_campaign')).toMatchObject([
      { campaign_sk: 1, campaign_id: 'C', end_date: null },
    ]);
  });

  it('a header alone loads no rows and empties the table', async () => {
    await load({ 'dim_campaign.csv': `${CAMPAIGN}\n1,C,,,,,,,\n` });
    const report = await load({ 'dim_campaign.csv': CAMPAIGN });
    expect(report.loaded).toMatchObject([{ rows: 0 }]);
    expect(await rows('dim_campaign')).toEqual([]);
  });

  it('replaces by default, adds with append, leaves tables without a file', async () => {
    await load({
      'dim_campaign.csv': `${CAMPAIGN}\n1,C,,,,,,,\n`,
      'dim_product.csv': `${PRODUCT}\n1,,,,,,,\n`,
    });
    await load({ 'dim_campaign.csv': `${CAMPAIGN}\n2,C,,,,,,,\n` });
    await load({ 'dim_campaign.csv': `${CAMPAIGN}\n2,C,,,,,,,\n` }, { append: true });
    expect((await rows('dim_campaign')).map((row) => row.campaign_sk)).toEqual([2, 2]);
    expect(await rows('dim_product')).toHaveLength(1);
  });

  it('derives dim_date around the facts, without the impossible days', async () => {
    const facts = `${ATTENDANCE}\n1,1,20250301,,,,,\n2,1,20250230,,,,,\n3,1,99991231,,,,,\n4,1,,,,,,\n`;
    const report = await load({ 'fact_attendance.csv': facts });
    expect(report.derivedDays).toBe(366 + 365 + 365);
    const [day] = await warehouse.query({
      sql: `select day_of_week, is_weekend, is_holiday, academic_year, fiscal_year from landing.dim_date where date_key = 20250704`,
    });
    expect(day).toEqual({
      day_of_week: 'Friday',
      is_weekend: false,
      is_holiday: true,
      academic_year: 2025,
      fiscal_year: 2026,
    });
    expect((await load({ 'fact_attendance.csv': facts })).derivedDays).toBe(0);
  });

  it('a folder or file name with pattern characters is not a pattern', async () => {
    const folder = await makeFolder({ "o'dd [1]*/dim_campaign.csv": `${CAMPAIGN}\n1,C,,,,,,,\n` });
    const directory = `${folder.path}/o'dd [1]*`;
    await loadLanding({ loader }, { directory, append: false, dryRun: false });
    await folder.remove();
    expect(await rows('dim_campaign')).toHaveLength(1);
  });
});

describe('what is refused, by file and line', () => {
  it('names wrong columns', async () => {
    const files = { 'dim_campaign.csv': `${CAMPAIGN.replace('channel', 'chanel')},campaign_sk\n` };
    expect(await problemsOf(files)).toEqual([
      'dim_campaign.csv:1 chanel: dim_campaign has no such column',
      'dim_campaign.csv:1 campaign_sk: the column is there twice',
      'dim_campaign.csv:1 channel: the column is missing',
    ]);
  });

  it('says when fields are separated by something else, and when a file is empty', async () => {
    const files = { 'dim_campaign.csv': CAMPAIGN.replaceAll(',', ';'), 'dim_product.csv': '' };
    expect(await problemsOf(files)).toEqual([
      'dim_product.csv:1 is empty: a header line is expected',
      'dim_campaign.csv:1 fields are not separated by commas',
    ]);
  });

  it('says once that a file is in another encoding', async () => {
    const text = Buffer.from(`\ufeff${CAMPAIGN}\n1,C,,,,,,,\n2,C,,,,,,,\n`, 'utf16le');
    const [first, ...others] = await problemsOf({ 'dim_campaign.csv': text });
    expect(first).toMatch(/^dim_campaign\.csv:1 .*is not UTF-8 text$/);
    expect(others).toEqual([]);
  });

  it('names every kind of bad row, in every file, with physical line numbers', async () => {
    const files = {
      'dim_campaign.csv': [
        CAMPAIGN,
        '1,"two',
        'lines",,,,,,,',
        'x,C,,,,,,2025-02-30,01.02.2025',
        '2,C,,,,,,',
        '3,C,,,,,,,,',
        '4,"C"x,,,,,,,',
        '5,C,,,,,,,',
      ].join('\r\n'),
      'dim_product.csv.gz': gzipSync(
        Buffer.concat([
          Buffer.from(`${PRODUCT}\n1,`),
          Buffer.from([0xff, 0x41]),
          Buffer.from(',,,,,,\n2,,,,,,1e3,$5\n3,"open,,,,,,\n4,,,,,,,\n'),
        ]),
      ),
      'fact_attendance.csv': `${ATTENDANCE}\n1,1.5,99999999999999999999,,,,2025-01-01 25:00:00,maybe\n`,
    };
    expect(await problemsOf(files)).toEqual([
      'dim_product.csv.gz:2 product_id "\uFFFDA": is not UTF-8 text',
      'dim_product.csv.gz:3 unit_cost "1e3": is not a decimal number',
      'dim_product.csv.gz:3 unit_price "$5": is not a decimal number',
      'dim_product.csv.gz:4 a quote is opened and never closed',
      'dim_campaign.csv:4 campaign_sk "x": is not a whole number',
      'dim_campaign.csv:4 start_date "2025-02-30": is not a day of the calendar',
      'dim_campaign.csv:4 end_date "01.02.2025": is not a date (YYYY-MM-DD)',
      'dim_campaign.csv:5 too few fields: 8 instead of 9',
      'dim_campaign.csv:6 too many fields: 10 instead of 9',
      'dim_campaign.csv:7 text follows a closing quote; a quote inside is written twice',
      'fact_attendance.csv:2 fan_sk "1.5": is not a whole number',
      'fact_attendance.csv:2 date_key "99999999999999999999": does not fit a bigint',
      'fact_attendance.csv:2 check_in_timestamp "2025-01-01 25:00:00": is not a time (YYYY-MM-DD HH:MM:SS)',
      'fact_attendance.csv:2 no_show "maybe": is not true or false',
    ]);
  });

  it('shows twenty and counts the rest', async () => {
    const bad = Array.from({ length: 50 }, (_, i) => `${i},C,,,,,,never,`).join('\n');
    const problems = await problemsOf({ 'dim_campaign.csv': `${CAMPAIGN}\n${bad}` });
    expect(problems).toHaveLength(21);
    expect(problems[19]).toBe('dim_campaign.csv:21 start_date "never": is not a date (YYYY-MM-DD)');
    expect(problems[20]).toBe('and 30 more');
  });

  it('names wrong types and values of a Parquet file', async () => {
    const folder = await makeFolder();
    await warehouse.execute({
      sql: `copy (select i as attendance_sk, i / 2 as fan_sk, '2025010' || i as date_key, null::bigint as event_sk,
        'x' as ticket_type, 'y' as seat_location, 'soon' as check_in_timestamp, 1 as no_show from range(1, 4) r (i))
        to '${folder.path}/fact_attendance.parquet'`,
    });
    const input = { directory: folder.path, append: false, dryRun: false };
    await expect(loadLanding({ loader }, input)).rejects.toMatchObject({
      problems: [{ field: 'fact_attendance.parquet', message: 'no_show: is INTEGER, not boolean' }],
    });
    await warehouse.execute({
      sql: `copy (select * replace (true as no_show) from '${folder.path}/fact_attendance.parquet')
        to '${folder.path}/b.parquet'`,
    });
    const { rename } = await import('node:fs/promises');
    await rename(`${folder.path}/b.parquet`, `${folder.path}/fact_attendance.parquet`);
    await expect(loadLanding({ loader }, input)).rejects.toMatchObject({
      problems: [
        { field: 'fact_attendance.parquet:1', message: 'fan_sk "0.5": is not a bigint' },
        { field: 'fact_attendance.parquet:3', message: 'fan_sk "1.5": is not a bigint' },
        {
          field: 'fact_attendance.parquet:1',
          message: 'check_in_timestamp "soon": is not a timestamp',
        },
        {
          field: 'fact_attendance.parquet:2',
          message: 'check_in_timestamp "soon": is not a timestamp',
        },
        {
          field: 'fact_attendance.parquet:3',
          message: 'check_in_timestamp "soon": is not a timestamp',
        },
      ],
    });
    await folder.remove();
  });

  it('names archives and Parquet files that are broken', async () => {
    const whole = gzipSync(`${CAMPAIGN}\n1,C,,,,,,,\n`);
    const problems = await problemsOf({
      'dim_campaign.csv.gz': whole.subarray(0, whole.length - 12),
      'dim_product.csv.gz': 'no archive',
      'fact_spend.parquet': 'PAR1 nothing',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^dim_product\.csv\.gz cannot be read \(/),
      expect.stringMatching(/^dim_campaign\.csv\.gz cannot be read \(/),
      'fact_spend.parquet cannot be read as Parquet',
    ]);
  });

  it('says where a quote was left open, without holding the rest of the file', async () => {
    const rest = 'and so on\n'.repeat(250_000);
    const problems = await problemsOf({ 'dim_campaign.csv': `${CAMPAIGN}\n1,"C,,,,,,,\n${rest}` });
    expect(problems).toEqual([
      'dim_campaign.csv:2 a record longer than 2 MB begins here; is a quote left open?',
    ]);
  });

  it('a table from two files, a folder without tables, and no folder', async () => {
    const twice = { 'dim_campaign.csv': CAMPAIGN, 'dim_campaign.csv.gz': gzipSync(CAMPAIGN) };
    expect(await problemsOf(twice)).toEqual([
      'dim_campaign comes from dim_campaign.csv and dim_campaign.csv.gz',
    ]);
    expect(await problemsOf({ 'notes.txt': 'x' })).toEqual([]);
    const input = { directory: '/nowhere/at/all', append: false, dryRun: false };
    await expect(loadLanding({ loader }, input)).rejects.toMatchObject({ code: 'bad_input_files' });
  });
});

describe('all or nothing', () => {
  it('one bad value in the last file leaves every table as it was', async () => {
    await load({ 'dim_campaign.csv': `${CAMPAIGN}\n1,C,,,,,,,\n` });
    await problemsOf({
      'dim_campaign.csv': `${CAMPAIGN}\n2,C,,,,,,,\n`,
      'fact_attendance.csv': `${ATTENDANCE}\n1,1,20250101,,,,,perhaps\n`,
    });
    expect((await rows('dim_campaign')).map((row) => row.campaign_sk)).toEqual([1]);
  });

  it('refuses files of which the engine takes fewer rows than were counted', async () => {
    const losing: Warehouse = {
      ...warehouse,
      transaction: (work) =>
        warehouse.transaction((session) =>
          work({
            query: (statement) => session.query(statement),
            execute: async (statement) => (await session.execute(statement)) - 1,
          }),
        ),
    };
    const files = await readSqlFiles('sql');
    const project = parseProject(files);
    loader = new DuckDbLandingLoader({
      warehouse: losing,
      schema: landingSchema(project),
      calendarSql: calendarSql({ project, files }),
    });
    const loading = load({ 'dim_campaign.csv': `${CAMPAIGN}\n1,C,,,,,,,\n` });
    await expect(loading).rejects.toMatchObject({
      code: 'bad_input_files',
      message: expect.stringContaining('although every line of them looks right'),
    });
    expect(await rows('dim_campaign')).toEqual([]);
  });

  it('a dry run finds the same and changes nothing', async () => {
    const good = { 'dim_campaign.csv': `${CAMPAIGN}\n2,C,,,,,,,\n3,C,,,,,,,\n` };
    expect((await load(good, { dryRun: true })).loaded).toMatchObject([
      { table: 'dim_campaign', rows: 2 },
    ]);
    expect(await rows('dim_campaign')).toEqual([]);
    const bad = { 'dim_campaign.csv': `${CAMPAIGN}\n2,C,,,,,,2025-02-30,\n` };
    expect(await problemsOf(bad, { dryRun: true })).toEqual(await problemsOf(bad));
  });

  it('a dry run tells how many days a load into new tables derives', async () => {
    const lines = ['20240115', '20250630', '20259999', '99990101', ''].map(
      (day, i) => `${i},1,${day},,,,,true`,
    );
    const facts = { 'fact_attendance.csv': `${ATTENDANCE}\n${lines.join('\n')}\n` };
    const dry = await load(facts, { dryRun: true });
    await warehouse.execute({ sql: 'delete from landing.dim_date' });
    expect(dry.derivedDays).toBe(365 + 366 + 365 + 365);
    expect((await load(facts)).derivedDays).toBe(dry.derivedDays);
    const own = {
      ...facts,
      'dim_date.csv': `${landingColumns('dim_date').map(({ name }) => name)}\n`,
    };
    expect((await load(own, { dryRun: true })).derivedDays).toBe(0);
  });
});
