import { describe, expect, it } from 'vitest';
import { compileProject } from '../../server/modeling/compiled.ts';
import type { ModelNode } from '../../server/modeling/graph.ts';
import { smallProject } from '../support/small-project.ts';

const PROJECT = `name: small
models:
  small:
    +materialized: view
    +meta: { stage: clean }
    marts:
      +materialized: incremental
      +meta: { stage: extend }
      daily:
        +materialized: table
vars: {}
`;

function nodes(files: Readonly<Record<string, string>>): readonly ModelNode[] {
  return compileProject(smallProject({ 'dbt_project.yml': PROJECT, ...files }), 'duckdb').nodes;
}

function settings(path: string, sql: string) {
  const [node] = nodes({ [path]: sql });
  return `${node?.materialized} ${node?.stage}`;
}

describe('settings of a model', () => {
  it('come from the folders above it, the nearest first', () => {
    expect(settings('models/a.sql', 'select 1')).toBe('view clean');
    expect(settings('models/other/a.sql', 'select 1')).toBe('view clean');
    expect(settings('models/marts/a.sql', 'select 1')).toBe('incremental extend');
    expect(settings('models/marts/daily/a.sql', 'select 1')).toBe('table extend');
  });

  it('are overridden by its own config(), one by one', () => {
    const own = "{{ config(materialized='view') }}\nselect 1";
    expect(settings('models/marts/daily/a.sql', own)).toBe('view extend');
    const stage = "{{ config(meta={'stage': 'score'}) }}\nselect 1";
    expect(settings('models/marts/daily/a.sql', stage)).toBe('table score');
  });

  it('are not those of a folder of the same name elsewhere', () => {
    expect(settings('models/staging/marts/a.sql', 'select 1')).toBe('view clean');
  });
});

describe('the order of models', () => {
  it('puts each after all it refers to, also through a macro', () => {
    const ordered = nodes({
      'models/a.sql': "select * from {{ ref('d') }}",
      'models/b.sql': "select * from {{ through_macro() }} join {{ ref('a') }}",
      'models/c.sql': 'select 1',
      'models/d.sql': "select * from {{ ref('c') }}",
      'models/e.sql': 'select 1',
      'macros/through_macro.sql': "{% macro through_macro() %}{{ ref('e') }}{% endmacro %}",
    }).map(({ file }) => file.name);
    expect(ordered).toEqual(['c', 'd', 'a', 'e', 'b']);
  });

  it('runs a diamond once', () => {
    const ordered = nodes({
      'models/base.sql': 'select 1',
      'models/left.sql': "select * from {{ ref('base') }}",
      'models/right.sql': "select * from {{ ref('base') }}",
      'models/top.sql': "select * from {{ ref('left') }}, {{ ref('right') }}",
    }).map(({ file }) => file.name);
    expect(ordered).toEqual(['base', 'left', 'right', 'top']);
  });
});
