import { parseProject, type SqlProject } from '../../server/modeling/project.ts';

const FILES: Readonly<Record<string, string>> = {
  'dbt_project.yml': `name: small
models:
  small:
    +materialized: view
    +meta: { stage: clean }
vars:
  known: 7
  run_id: none
  as_of: "2025-01-01"
  mapping: { inside: 1 }
  analytics_schema: analytics
  landing_schema: landing
`,
  'models/_sources.yml': 'sources:\n  - name: landing\n    tables: [{ name: dim_fan }]\n',
  'macros/bracketed.sql':
    '{#- A macro. -#}\n{% macro bracketed(a) -%}\n({{ a }})\n{%- endmacro %}\n',
};

/** A project of a few files, with some that every project needs. */
export function smallProject(files: Readonly<Record<string, string>>): SqlProject {
  return parseProject(new Map(Object.entries({ ...FILES, ...files }).sort()));
}
