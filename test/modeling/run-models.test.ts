import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../server/adapters/warehouse/duckdb.ts';
import { KeptTables } from '../../server/modeling/kept-tables.ts';
import { ModelRunner } from '../../server/modeling/run-models.ts';
import type { Warehouse } from '../../server/ports/warehouse.ts';
import { smallProject } from '../support/small-project.ts';

const vars = {
  as_of: '2025-03-01',
  run_id: 'r1',
  calculated_at: '2025-03-02 02:00:00',
  previous_run_id: 'none',
};
const STAMP = "'{{ var('run_id') }}' as run_id, cast('{{ var('as_of') }}' as date) as score_date";
const MART_YML = `models:
  - name: mart_a
    columns:
      - { name: amount, data_type: bigint }
      - { name: run_id, data_type: varchar }
      - { name: score_date, data_type: date }
`;

function mart(select: string): Record<string, string> {
  return {
    'models/mart_a.sql': `{{ config(materialized='incremental') }}\n\nselect ${select}, ${STAMP}\n`,
    'models/mart_a.yml': MART_YML,
  };
}

describe('running models on DuckDB', () => {
  let warehouse: Warehouse;
  const runner = (files: Readonly<Record<string, string>>) =>
    new ModelRunner(smallProject(files), warehouse);

  async function run(files: Readonly<Record<string, string>>, given = vars): Promise<number> {
    const models = runner(files);
    await models.prepareMarts();
    await models.createWorkSchema(given.run_id);
    return await models.runStage('clean', { vars: given });
  }

  beforeEach(async () => {
    warehouse = await openDuckDb({ path: ':memory:' });
    await warehouse.execute({ sql: 'create schema analytics' });
  });
  afterEach(async () => await warehouse.close());

  it.each([
    ['a syntax error', 'selec 1', 'Parser Error'],
    ['an unknown column', 'select nope from (select 1 as a)', 'Binder Error'],
    ['an unknown function', 'select nope(1)', 'Catalog Error'],
  ])('%s in a view is named with file and line', async (_, text, said) => {
    const sql = `-- A view.\n\n${text}\n`;
    await expect(run({ 'models/staging/a.sql': sql })).rejects.toMatchObject({
      code: 'warehouse_failed',
      message: expect.stringMatching(`^models/staging/a\\.sql:3: ${said}`),
    });
  });

  it('an error in a table is too, below a config() and a comment', async () => {
    const sql =
      "{{ config(materialized='table') }}\n\n-- Why.\nselect\n    nope\nfrom (select 1 as a)\n";
    await expect(run({ 'models/a.sql': sql })).rejects.toThrow('models/a.sql:5: Binder Error');
  });

  it('an error in a mart is too, and one that only the rows make', async () => {
    await expect(run(mart('nope as amount'))).rejects.toThrow('models/mart_a.sql:3: Binder Error');
    await expect(run(mart("cast('x' as bigint) as amount"))).rejects.toThrow(
      'models/mart_a.sql:3: Conversion Error',
    );
  });

  it('a mart that lacks a promised column is named', async () => {
    await expect(run(mart('1 as other'))).rejects.toThrow(/^models\/mart_a\.sql.*Binder Error/);
  });

  it('a mart without columns in a yml is named before anything runs', async () => {
    const files = { 'models/mart_a.sql': mart('1 as amount')['models/mart_a.sql'] ?? '' };
    await expect(run(files)).rejects.toMatchObject({
      code: 'bad_model',
      message: 'models/mart_a.sql:1: has no columns declared in a yml',
    });
  });

  it.each([
    ['a table', true, [1, 1, 3]],
    ['a table', false, [1, 1, 3]],
    ['a view', true, [1, 1, 3]],
    ['a view', false, [1, 2, 3]],
  ])(
    '%s of the landing tables alone is made once for a span of runs (rows too: %s)',
    async (kind, withRows, said) => {
      await warehouse.execute({ sql: 'create table analytics.landed as select 1 as n' });
      const files = {
        'models/mart_a.yml': MART_YML,
        'models/counted.sql': `{{ config(materialized='${kind.slice(2)}', meta={'of_landing': true}) }}\n\nselect n from memory.analytics.landed\n`,
        'models/mart_a.sql': `{{ config(materialized='incremental') }}\n\nselect n as amount, ${STAMP} from {{ ref('counted') }}\n`,
      };
      const kept = await KeptTables.open(warehouse, { id: 'span', withRows });
      const amounts: unknown[] = [];
      for (const [run_id, tables] of [
        ['first', kept],
        ['second', kept],
        ['alone', undefined],
      ] as const) {
        const models = runner(files);
        await models.prepareMarts();
        await models.createWorkSchema(run_id);
        await models.runStage('clean', {
          vars: { ...vars, run_id },
          ...(tables === undefined ? {} : { kept: tables }),
        });
        const [row] = await warehouse.query({
          sql: 'select amount from analytics.mart_a where run_id = ?',
          binds: [run_id],
        });
        amounts.push(row?.amount);
        await models.dropWorkSchema(run_id);
        await warehouse.execute({ sql: 'update analytics.landed set n = n + 1' });
      }
      expect(amounts).toEqual(said);
    },
  );

  it('keeps nothing where others may write too', async () => {
    const shared: Warehouse = { ...warehouse, scratch: warehouse.scratch, singleProcess: false };
    expect(await KeptTables.open(shared, { id: 'span', withRows: true })).toBeUndefined();
  });

  it('replaces the rows of its own run and no others', async () => {
    expect(await run(mart('1 as amount'))).toBe(1);
    expect(await run(mart('2 as amount'), { ...vars, run_id: 'r2' })).toBe(1);
    expect(await run(mart('3 as amount'))).toBe(1);
    const rows = await warehouse.query({
      sql: 'select run_id, amount from analytics.mart_a order by run_id nulls last',
    });
    expect(rows).toEqual([
      { run_id: 'r1', amount: 3 },
      { run_id: 'r2', amount: 2 },
    ]);
  });

  it('adds a column that a mart has gained; rows of before have none', async () => {
    await run(mart('1 as amount'));
    const files = mart("2 as amount, 'x' as label");
    const yml = `${MART_YML}      - { name: label, data_type: varchar }\n`;
    await run({ ...files, 'models/mart_a.yml': yml }, { ...vars, run_id: 'r2' });
    const rows = await warehouse.query({
      sql: 'select run_id, label from analytics.mart_a order by run_id nulls last',
    });
    expect(rows).toEqual([
      { run_id: 'r1', label: null },
      { run_id: 'r2', label: 'x' },
    ]);
  });

  it('stops between models when it is cancelled, and tells how far it came', async () => {
    const models = runner({ 'models/a.sql': 'select 1 as one', 'models/b.sql': 'select 2 as two' });
    await models.createWorkSchema('r1');
    const stop = new AbortController();
    const seen: unknown[] = [];
    const onModel = (progress: unknown) => {
      seen.push(progress);
      stop.abort();
    };
    await expect(
      models.runStage('clean', { vars, signal: stop.signal, onModel }),
    ).rejects.toThrow();
    expect(seen).toEqual([{ model: 'a', done: 1, total: 2 }]);
  });

  it('leaves nothing of a run but its marts', async () => {
    const models = runner({ 'models/a.sql': 'select 1 as one' });
    await models.createWorkSchema('r1');
    await models.runStage('clean', { vars });
    await models.dropWorkSchema('r1');
    const left = await warehouse.query({
      sql: "select 1 as found from information_schema.tables where table_name = 'a'",
    });
    expect(left).toEqual([]);
  });
});
