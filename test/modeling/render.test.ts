import { describe, expect, it } from 'vitest';
import { compileProject } from '../../server/modeling/compiled.ts';
import { renderQuery, renderSetup } from '../../server/modeling/queries.ts';
import { type Engine, Renderer } from '../../server/modeling/render.ts';
import { relationsOf } from '../../server/modeling/run-places.ts';
import { GOLDEN_RUN, readProject } from '../support/rendered-sql.ts';
import { smallProject } from '../support/small-project.ts';

const ENGINES: readonly Engine[] = ['duckdb', 'snowflake'];
const relations = {
  ref: (name: string) => `here.${name}`,
  source: (source: string, table: string) => `${source}.${table}`,
};

function render(sql: string, engine: Engine = 'duckdb') {
  const project = smallProject({ 'models/other.sql': 'select 1' });
  const file = { name: 'a', path: 'models/a.sql', sql };
  return new Renderer(project, engine).render(file, { relations, vars: { given: 'x' } });
}

describe.each(ENGINES)('every model for %s', (engine) => {
  it('has as many lines as its file, so that the engine counts the file’s lines', async () => {
    const compiled = compileProject(await readProject(), engine);
    const places = relationsOf(compiled, { work: 'w', home: '' });
    const moved = compiled.nodes.filter(({ file }) => {
      const { sql } = compiled.renderer.render(file, { relations: places, vars: GOLDEN_RUN });
      return sql.split('\n').length !== file.sql.trimEnd().split('\n').length;
    });
    expect(moved.map(({ file }) => file.path)).toEqual([]);
  });
});

describe('rendering', () => {
  it('answers relations, variables and what was referred to', () => {
    const { sql, refs } = render(
      "select {{ var('known') }}, '{{ var('given') }}' from {{ ref('other') }}",
    );
    expect(sql).toBe("select 7, 'x' from here.other");
    expect(refs).toEqual(['other']);
  });

  it('answers config() and leaves its line empty', () => {
    const { sql, config } = render("{{ config(materialized='table') }}\nselect 1\n");
    expect(sql).toBe('\nselect 1');
    expect(config).toEqual({ materialized: 'table' });
  });

  it('tells macros the engine', () => {
    const text = "{% if target.type == 'duckdb' %}a{% else %}b{% endif %}";
    expect([render(text).sql, render(text, 'snowflake').sql]).toEqual(['a', 'b']);
  });

  it('prefers a variable given for the run to that of the project', () => {
    const renderer = new Renderer(smallProject({}), 'duckdb');
    const file = { name: 'a', path: 'models/a.sql', sql: "{{ var('known') }}" };
    expect(renderer.render(file, { relations, vars: { known: 8 } }).sql).toBe('8');
  });

  it('forgets one file before the next, also after an error', () => {
    const renderer = new Renderer(smallProject({ 'models/other.sql': 'select 1' }), 'duckdb');
    const file = (sql: string) => ({ name: 'a', path: 'models/a.sql', sql });
    expect(() => renderer.render(file("{{ ref('nope') }}"), { relations })).toThrow('nope');
    expect(renderer.render(file("{{ ref('other') }}"), { relations }).refs).toEqual(['other']);
    expect(renderer.render(file('select 1'), { relations }).refs).toEqual([]);
  });
});

describe('renderQuery', () => {
  const project = smallProject({
    'models/marts/m.sql': "{{ config(materialized='incremental') }}\nselect 1",
    'queries/q.sql': "select * from {{ ref('m') }} where a = ? and b = cast(? as date)",
  });

  it('reads marts where they are, and leaves binds', () => {
    expect(renderQuery(project, 'q', 'duckdb')).toBe(
      'select * from analytics.m where a = ? and b = cast(? as date)',
    );
  });

  it('says which query is missing', () => {
    expect(() => renderQuery(project, 'nope', 'duckdb')).toThrow('sql/queries/nope.sql');
  });
});

describe('renderSetup', () => {
  it('answers one statement at a time, in the order of the scripts, without their comments', () => {
    const project = smallProject({
      'setup/2_b.sql': "-- last\ncreate schema {{ var('landing_schema') }};\n",
      'setup/1_a.sql': "-- one\n-- two\ncreate schema a;\n\ninsert into t\nselect 'x; y';\n",
      'setup/demo/not_ddl.sql': 'select 1;',
    });
    expect(renderSetup(project, 'duckdb')).toEqual([
      'create schema a',
      "insert into t\nselect 'x; y'",
      'create schema landing',
    ]);
  });

  it('drops, replaces and alters nothing', async () => {
    const project = await readProject();
    for (const engine of ENGINES) {
      for (const statement of renderSetup(project, engine)) {
        expect(statement).toMatch(
          /^(create (schema|table) if not exists |insert into [\s\S]+\swhere not exists )/,
        );
      }
    }
  });
});
