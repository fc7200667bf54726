import { describe, expect, it } from 'vitest';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { compileProject } from '../../server/modeling/compiled.ts';
import { renderSetup } from '../../server/modeling/queries.ts';
import type { Engine } from '../../server/modeling/render.ts';
import { relationsOf } from '../../server/modeling/run-places.ts';
import { readDataTests } from '../support/data-tests.ts';
import { GOLDEN_RUN, readProject, renderAll } from '../support/rendered-sql.ts';
import { EXAMPLES } from '../support/sql-lint/examples.ts';
import { unknownCalls } from '../support/sql-lint/functions.ts';
import { maskSql } from '../support/sql-lint/masked-sql.ts';
import { RULES, SNOWFLAKE_RULES } from '../support/sql-lint/rules.ts';
import { templateFindings } from '../support/sql-lint/templates.ts';

const project = await readProject();
const files = await readSqlFiles('sql');

/** All that an engine is ever sent, but for scripts that only the embedded engine runs. */
async function textsFor(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(renderAll(project, engine));
  texts.delete('setup');
  for (const [index, text] of renderSetup(project, engine).entries()) {
    texts.set(`setup statement ${index + 1}`, text);
  }
  const compiled = compileProject(project, engine);
  const relations = relationsOf(compiled, { work: 'work', home: '' });
  for (const test of await readDataTests()) {
    const { sql } = compiled.renderer.render(test, { relations, vars: GOLDEN_RUN });
    texts.set(`test ${test.name}`, sql);
  }
  return texts;
}

/** What a text breaks, as 'rule: what, line'. */
function broken(sql: string, engine: Engine): string[] {
  const masked = maskSql(sql);
  const rules = engine === 'snowflake' ? [...RULES, ...SNOWFLAKE_RULES] : RULES;
  const line = (index: number) => sql.slice(0, index).split('\n').length;
  return [
    ...rules.flatMap(({ name, find }) =>
      find(masked).map(({ index, said }) => `${name}: ${said}, line ${line(index)}`),
    ),
    ...unknownCalls(masked.code, engine).map(
      ({ index, name }) => `functions are known to both engines: ${name}, line ${line(index)}`,
    ),
  ];
}

describe.each(['duckdb', 'snowflake'] as const)('the SQL for %s', (engine) => {
  it('keeps to what both engines read alike', async () => {
    const wrong: string[] = [];
    for (const [name, sql] of await textsFor(engine)) {
      for (const finding of broken(sql, engine)) wrong.push(`${name}: ${finding}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a rule', () => {
  it.each(EXAMPLES)('"%s" sees: %s', (rule, bad, good) => {
    expect(broken(bad, 'snowflake').map((finding) => finding.split(': ')[0])).toContain(rule);
    expect(broken(good, 'snowflake')).toEqual([]);
  });

  it('has an example that breaks it', () => {
    const shown = new Set(EXAMPLES.map(([rule]) => rule));
    const names = [...RULES, ...SNOWFLAKE_RULES].map(({ name }) => name);
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('a template', () => {
  it('is a model, a query or a test with expressions of one line, or a macro of its own', () => {
    expect(templateFindings(files)).toEqual([]);
  });

  it.each([
    [
      'models/a.sql',
      '{% if true %}select 1{% endif %}',
      'models/a.sql:1: has a tag; only macros may',
    ],
    ['queries/a.sql', 'select {{\n  1\n}}', 'queries/a.sql:1: has an expression of several lines'],
    ['tests/a.sql', '{# why #}\nselect 1', 'tests/a.sql:1: has a tag; only macros may'],
    [
      'models/a.sql',
      "{{ config(materialized='table') }} select 1",
      'models/a.sql:1: has more than config() on its line',
    ],
    [
      'macros/a.sql',
      '{% macro b() %}1{% endmacro %}',
      'macros/a.sql: is not the home of a macro a',
    ],
    ['macros/a.sql', '{% macro a() %}1{% endmacro %}', 'macros/a.sql: nothing uses a'],
  ])('%s may not be: %s', (path, text, said) => {
    expect(templateFindings(new Map([[path, text]]))).toContain(said);
  });
});
