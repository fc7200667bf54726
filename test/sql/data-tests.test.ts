import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlSource } from '../../server/modeling/project.ts';
import { failingRows, readDataTests } from '../support/data-tests.ts';
import { type ModelRuns, openModelRuns } from '../support/model-runs.ts';

const tests = await readDataTests();

/** The statement that makes a mart wrong in the way a test is there to see. */
interface Harm {
  readonly mart: string;
  readonly sql: string;
}

const ONE_FAN =
  "run_id = 'run_2' and fan_sk = (select min(fan_sk) from analytics.mart_wonderscore_daily)";
const ONE_MOVER =
  "run_id = 'run_2' and wonder_id = (select min(wonder_id) from analytics.mart_segment_movers)";

const harms: Readonly<Record<string, Harm>> = {
  one_row_per_key: {
    mart: 'mart_segment_summary',
    sql: 'insert into analytics.mart_segment_summary from analytics.mart_segment_summary',
  },
  populations_agree: {
    mart: 'mart_wonderscore_extended',
    sql: `delete from analytics.mart_wonderscore_extended where ${ONE_FAN}`,
  },
  scores_in_range: {
    mart: 'mart_wonderscore_daily',
    sql: `update analytics.mart_wonderscore_daily set tenure_component = null where ${ONE_FAN}`,
  },
  wonder_score_is_weighted: {
    mart: 'mart_wonderscore_daily',
    sql: `update analytics.mart_wonderscore_daily set wonder_score = wonder_score - 0.01 where ${ONE_FAN}`,
  },
  coverage_is_weighted: {
    mart: 'mart_wonderscore_daily',
    sql: `update analytics.mart_wonderscore_daily set has_value = not has_value where ${ONE_FAN}`,
  },
  ranks_are_percent_ranks: {
    mart: 'mart_wonderscore_daily',
    sql: `update analytics.mart_wonderscore_daily set hosting_component = hosting_component + 0.01 where ${ONE_FAN}`,
  },
  churn_is_one_answer: {
    mart: 'mart_wonderscore_extended',
    sql: `update analytics.mart_wonderscore_extended set churn_source = 'model' where ${ONE_FAN}`,
  },
  segments_agree: {
    mart: 'mart_segment_members',
    sql: `update analytics.mart_segment_members set wonder_score = wonder_score + 0.01 where segment = 'elite'`,
  },
  movers_reconcile: {
    mart: 'mart_segment_movers',
    sql: `delete from analytics.mart_segment_movers where ${ONE_MOVER}`,
  },
  departments_reconcile: {
    mart: 'mart_department_metrics',
    sql: `update analytics.mart_department_metrics set metric_value = metric_value + 0.01
      where department = 'finance' and kind = 'kpi' and metric = 'revenue'`,
  },
  rows_read_reconcile: {
    mart: 'mart_data_quality',
    sql: "update analytics.mart_data_quality set duplicates = duplicates + 1 where source_table = 'fact_spend'",
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
    const mart = `analytics.${harm.mart}`;
    await warehouse.execute({ sql: `create or replace table sound_rows as from ${mart}` });
    try {
      expect(await warehouse.execute({ sql: harm.sql })).toBeGreaterThan(0);
      expect(await failingRows(runs, vars, test)).not.toEqual([]);
    } finally {
      await warehouse.execute({ sql: `delete from ${mart}` });
      await warehouse.execute({ sql: `insert into ${mart} from sound_rows` });
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
