import { describe, expect, it } from 'vitest';
import { compileProject } from '../../server/modeling/compiled.ts';
import { renderQuery } from '../../server/modeling/queries.ts';
import { smallProject } from '../support/small-project.ts';

const THIRD_LINE = 'select 1\nfrom x\nwhere ';
const macro = (body: string) => `{% macro bad(a) -%}\n${body}\n{%- endmacro %}\n`;

function compile(files: Readonly<Record<string, string>>): void {
  compileProject(smallProject(files), 'duckdb');
}

// Whoever breaks a model is told where, in the file they wrote, in one line.
describe('a mistake in the SQL project is named with its file and line', () => {
  const inModel: readonly (readonly [string, string, string])[] = [
    ['an unknown variable', "{{ var('nope') }}", "3: unknown variable 'nope'"],
    ['an unknown variable with a default', "{{ var('nope', 1) }}", "3: unknown variable 'nope'"],
    ['an unknown model', "{{ ref('nope') }}", "3: unknown model 'nope'"],
    ['an unknown table', "{{ source('landing', 'nope') }}", "3: unknown source 'landing.nope'"],
    ['an unknown source', "{{ source('nope', 'dim_fan') }}", "3: unknown source 'nope.dim_fan'"],
    ['an unknown macro', '{{ nope(1) }}', '3: unknown function: nope is unknown'],
    ['an unknown name', '{{ nope }}', '3: undefined value: nope'],
    ['an unknown part of a mapping', "{{ var('mapping').nope }}", '3: undefined value: '],
    ['an unknown filter', '{{ 1 | nope }}', '3: unknown filter: filter nope is unknown'],
    ['an unknown tag', '{% nope %}', '3: syntax error: unknown statement nope'],
    ['an open bracket', '{{ ref( }}', '3: syntax error: unexpected `}`'],
  ];

  it.each(inModel)('%s', (_, text, said) => {
    const attempt = () => compile({ 'models/a.sql': THIRD_LINE + text });
    expect(attempt).toThrow(`models/a.sql:${said}`);
    expect(attempt).toThrow(expect.objectContaining({ code: 'bad_model' }));
    expect(attempt).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('\n') }),
    );
  });

  it('in a query', () => {
    const project = smallProject({ 'queries/q.sql': `${THIRD_LINE}{{ var('nope') }}` });
    expect(() => renderQuery(project, 'q', 'duckdb')).toThrow('queries/q.sql:3: unknown variable');
  });

  const inMacro: readonly (readonly [string, string, string])[] = [
    ['a broken macro', '{{ 1 + }}', '2: syntax error: unexpected end of variable block'],
    [
      'its unknown variable',
      "{{ var('nope') }}",
      "2: unknown variable 'nope' (used by models/a.sql)",
    ],
    ['its unknown name', '{{ nope }}', '2: undefined value: nope (used by models/a.sql)'],
    ['an argument not given', '{{ a }}', '2: undefined value: a (used by models/a.sql)'],
  ];

  it.each(inMacro)('%s', (_, text, said) => {
    const files = { 'macros/bad.sql': macro(text), 'models/a.sql': 'select\n{{ bad() }}' };
    expect(() => compile(files)).toThrow(`macros/bad.sql:${said}`);
  });

  it('a table that only a macro asks for is looked for where it is named', () => {
    const files = {
      'macros/bad.sql': macro("{{ source('landing', a) }}"),
      'models/a.sql': "select 1\nfrom {{ bad('nope') }}",
    };
    expect(() => compile(files)).toThrow("models/a.sql:2: unknown source 'landing.nope'");
  });

  it('models in a circle', () => {
    const files = {
      'models/a.sql': "select * from {{ ref('b') }}",
      'models/b.sql': "select * from {{ ref('c') }}",
      'models/c.sql': "select * from {{ ref('a') }}",
    };
    expect(() => compile(files)).toThrow(
      'models/a.sql:1: models refer to each other in a circle: a -> b -> c -> a',
    );
  });

  it('a model that refers to itself', () => {
    const files = { 'models/a.sql': "select * from {{ ref('a') }}" };
    expect(() => compile(files)).toThrow('models refer to each other in a circle: a -> a');
  });

  it('two models with one name', () => {
    const files = { 'models/a.sql': 'select 1', 'models/marts/a.sql': 'select 2' };
    expect(() => compile(files)).toThrow('models/marts/a.sql: has the same name as models/a.sql');
  });

  it('a stage or materialization that does not exist', () => {
    const stage = "{{ config(meta={'stage': 'nope'}) }}\nselect 1";
    expect(() => compile({ 'models/a.sql': stage })).toThrow(
      'models/a.sql:1: meta.stage must be clean, score, extend, predict, insights or training, not nope',
    );
    const kind = "{{ config(materialized='nope') }}\nselect 1";
    expect(() => compile({ 'models/a.sql': kind })).toThrow(
      'models/a.sql:1: materialized must be view, table or incremental, not nope',
    );
  });

  it('a yml that is none', () => {
    expect(() => compile({ 'models/a.yml': 'models:\n  - name: a\n   b: [' })).toThrow(
      /models\/a\.yml:\d+: /,
    );
    expect(() => compile({ 'models/a.yml': 'text' })).toThrow('models/a.yml: must be a mapping');
  });

  it('a variable of a kind that SQL cannot have', () => {
    const files = { 'dbt_project.yml': 'name: small\nvars:\n  outer: { inner: [1] }\n' };
    expect(() => compile(files)).toThrow('dbt_project.yml: variable outer.inner must be');
  });
});
