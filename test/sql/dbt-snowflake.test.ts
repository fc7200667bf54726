import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileProject } from '../../server/modeling/compiled.ts';
import { ModelRunner, type RunVars } from '../../server/modeling/run-models.ts';
import { placesOf, relationsOf } from '../../server/modeling/run-places.ts';
import { readDataTests } from '../support/data-tests.ts';
import { askPython, hasDbt } from '../support/dbt/command.ts';
import { compareMarts } from '../support/dbt/compare-marts.ts';
import { MART_KEYS } from '../support/mart-keys.ts';
import { type ModelRuns, openModelRuns } from '../support/model-runs.ts';
import { GOLDEN_RUN, readProject, renderAll } from '../support/rendered-sql.ts';

const readings = z.record(
  z.string(),
  z.object({
    error: z.string().nullable(),
    functions: z.array(z.string()),
    duckdb: z.string(),
  }),
);

async function readAsSnowflake(texts: ReadonlyMap<string, string>) {
  return readings.parse(await askPython('read-snowflake.py', Object.fromEntries(texts)));
}

async function renderDataTests(): Promise<[string, string][]> {
  const compiled = compileProject(await readProject(), 'snowflake');
  const relations = relationsOf(compiled, { work: 'work', home: '' });
  return (await readDataTests()).map((test) => {
    const { sql } = compiled.renderer.render(test, { relations, vars: GOLDEN_RUN });
    return [`test ${test.name}`, sql];
  });
}

describe.skipIf(!hasDbt())('the SQL for Snowflake', () => {
  it('is SQL to a parser of Snowflake, with no function it does not know', async () => {
    const texts = new Map(renderAll(await readProject(), 'snowflake'));
    for (const [name, text] of await renderDataTests()) texts.set(name, text);
    const read = await readAsSnowflake(texts);
    const wrong = Object.entries(read).filter(
      ([, { error, functions }]) => error !== null || functions.length > 0,
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(read).sort()).toEqual([...texts.keys()].sort());
    console.info(`${texts.size} texts parsed`);
  });

  it('is refused where it is not', async () => {
    const read = await readAsSnowflake(
      new Map([
        ['an open bracket', 'select (1'],
        ['an unknown function', 'select nope_agg(a) as b from t'],
        ['a statement', 'pragma foo'],
      ]),
    );
    expect(read['an open bracket']?.error).toBeTruthy();
    expect(read['an unknown function']?.functions).toEqual(['nope_agg']);
    expect(read['a statement']?.error).toBeTruthy();
  });
});

// No account is needed to see whether the Snowflake branches of macros mean the same: the text is read with
// Snowflake's rules (nulls in greatest, null order, division) and written out as what DuckDB calls these.
describe.skipIf(!hasDbt())('the SQL for Snowflake, translated and run on DuckDB', () => {
  const SCHEMA = 'by_snowflake';
  let reference: ModelRuns;

  async function runTranslated(vars: RunVars): Promise<void> {
    const { warehouse, project } = reference;
    const elsewhere = { ...project, vars: { ...project.vars, analytics_schema: SCHEMA } };
    const compiled = compileProject(elsewhere, 'snowflake');
    const runner = new ModelRunner(elsewhere, warehouse);
    const work = `${vars.run_id}_translated`;
    await warehouse.execute({ sql: `create schema if not exists ${SCHEMA}` });
    await runner.prepareMarts();
    await runner.createWorkSchema(work);
    const relations = relationsOf(compiled, placesOf(work, warehouse.scratch));
    const texts = new Map(
      compiled.nodes.map(({ file }) => [
        file.name,
        compiled.renderer.render(file, { relations, vars: { ...vars } }).sql,
      ]),
    );
    const read = await readAsSnowflake(texts);
    for (const { file, materialized } of compiled.nodes) {
      const relation = relations.ref(file.name);
      const sql = read[file.name]?.duckdb ?? '';
      const columns = (project.columns.get(file.name) ?? []).map(({ name }) => name).join(', ');
      const statement =
        materialized === 'incremental'
          ? `insert into ${relation} (${columns}) select ${columns} from (${sql}) as r`
          : `create ${materialized} ${relation} as ${sql}`;
      await warehouse.execute({ sql: statement });
    }
  }

  beforeAll(async () => {
    reference = await openModelRuns('small', ['2025-02-22', '2025-03-01']);
    for (const vars of reference.runs) await runTranslated(vars);
  });
  afterAll(async () => await reference?.warehouse.close());

  it('gives every value of every mart exactly', async () => {
    const { warehouse, project } = reference;
    const differences = await compareMarts(
      MART_KEYS,
      { label: 'DuckDB', warehouse, schema: String(project.vars.analytics_schema) },
      { label: 'translated', warehouse, schema: SCHEMA },
    );
    expect(differences).toEqual([]);
  });
});
