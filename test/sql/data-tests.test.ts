import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlSource } from '../../server/modeling/project.ts';
import { failingRows, readDataTests } from '../support/data-tests.ts';
import { type ModelRuns, openModelRuns, relationsIn } from '../support/model-runs.ts';

const tests = await readDataTests();

/** How a model's rows become wrong in the way a test is there to see. */
interface Harm {
  readonly model: string;
  readonly sql: (table: string) => string;
}

const LATER = "run_id = 'run_2'";
const twice = (table: string) => `insert into ${table} from ${table}`;
const withoutOne = (column: string) => (table: string) =>
  `delete from ${table} where ${LATER} and ${column} = (select min(${column}) from ${table})`;
/** Changes the row of one fan. */
const withOne = (change: string) => (table: string) =>
  `update ${table} set ${change} where ${LATER} and fan_sk = (select min(fan_sk) from ${table})`;

const harms: Readonly<Record<string, Harm>> = {
  one_row_per_key: { model: 'mart_segment_summary', sql: twice },
  one_row_per_group: { model: 'int_fact_days', sql: twice },
  populations_agree: { model: 'mart_wonderscore_extended', sql: withoutOne('fan_sk') },
  scores_in_range: { model: 'mart_wonderscore_daily', sql: withOne('tenure_component = null') },
  wonder_score_is_weighted: {
    model: 'mart_wonderscore_daily',
    sql: withOne('wonder_score = wonder_score - 0.01'),
  },
  coverage_is_weighted: {
    model: 'mart_wonderscore_daily',
    sql: withOne('has_value = not has_value'),
  },
  ranks_are_percent_ranks: {
    model: 'mart_wonderscore_daily',
    sql: withOne('hosting_component = hosting_component + 0.01'),
  },
  model_inputs_agree: {
    model: 'mart_score_inputs',
    sql: withOne('lifetime_value = lifetime_value + 0.01'),
  },
  churn_is_one_answer: {
    model: 'mart_wonderscore_extended',
    sql: withOne("churn_source = 'model'"),
  },
  segments_agree: {
    model: 'mart_segment_members',
    sql: (table) =>
      `update ${table} set wonder_score = wonder_score + 0.01 where segment = 'elite'`,
  },
  movers_reconcile: { model: 'mart_segment_movers', sql: withoutOne('wonder_id') },
  departments_reconcile: {
    model: 'mart_department_metrics',
    sql: (table) => `update ${table} set metric_value = metric_value + 0.01
      where department = 'finance' and kind = 'kpi' and metric = 'revenue'`,
  },
  insights_reconcile: {
    model: 'int_insight_groups',
    sql: (table) => `update ${table} set at_risk_fans = at_risk_fans + 1
      where department = 'finance' and dimension = 'loyalty_tier' and dimension_value = 'Gold'`,
  },
  rows_read_reconcile: {
    model: 'mart_data_quality',
    sql: (table) =>
      `update ${table} set duplicates = duplicates + 1 where source_table = 'fact_spend'`,
  },
};

describe('the tests of sql/tests, run by our own runner on golden data', () => {
  let runs: ModelRuns;

  beforeAll(async () => {
    runs = await openModelRuns('small', ['2025-02-22', '2025-03-01']);
  });
  afterAll(async () => await runs?.warehouse.close());

  const each = tests.map((test): [string, SqlSource] => [test.name, test]);

  it.each(each)('%s finds nothing', async (_, test) => {
    for (const vars of runs.runs) expect(await failingRows(runs, vars, test)).toEqual([]);
  });

  it.each(each)('%s finds what it is there to find', async (name, test) => {
    const { warehouse } = runs;
    const harm = harms[name];
    if (harm === undefined) throw new Error(`say in this file how ${name} fails`);
    const [, vars] = runs.runs;
    if (vars === undefined) throw new Error('there is no second run');
    const table = relationsIn(runs, vars).ref(harm.model);
    await warehouse.execute({ sql: `create or replace table sound_rows as from ${table}` });
    try {
      expect(await warehouse.execute({ sql: harm.sql(table) })).toBeGreaterThan(0);
      expect(await failingRows(runs, vars, test)).not.toEqual([]);
    } finally {
      await warehouse.execute({ sql: `delete from ${table}` });
      await warehouse.execute({ sql: `insert into ${table} from sound_rows` });
    }
  });
});

describe('the tests of sql/tests where there is little data', () => {
  it('find nothing in the nine fans made by hand, with and without a run before', async () => {
    const runs = await openModelRuns('tiny', ['2025-03-01', '2025-03-01']);
    try {
      for (const vars of runs.runs) {
        for (const test of tests) {
          const rows = await failingRows(runs, vars, test);
          expect({ test: test.name, rows }).toEqual({ test: test.name, rows: [] });
        }
      }
    } finally {
      await runs.warehouse.close();
    }
  });

  it('find nothing on a day when only fans without a date are scored', async () => {
    const runs = await openModelRuns('tiny', ['1999-01-01']);
    try {
      for (const vars of runs.runs) {
        for (const test of tests) {
          const rows = await failingRows(runs, vars, test);
          expect({ test: test.name, rows }).toEqual({ test: test.name, rows: [] });
        }
      }
    } finally {
      await runs.warehouse.close();
    }
  });
});
