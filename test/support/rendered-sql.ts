import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { compileProject } from '../../server/modeling/compiled.ts';
import { parseProject, type SqlProject } from '../../server/modeling/project.ts';
import { renderQuery, renderSetup } from '../../server/modeling/queries.ts';
import type { Engine } from '../../server/modeling/render.ts';
import { relationsOf } from '../../server/modeling/run-places.ts';

/** The run whose SQL is kept as golden files. */
export const GOLDEN_RUN = {
  as_of: '2025-03-01',
  run_id: 'run_now',
  calculated_at: '2025-03-02 02:00:00',
  previous_run_id: 'run_before',
};

/** What a query is told about who asks, and in which order: all fans without their names. */
const UNSCOPED = {
  row_scope: 'true',
  name_scope: 'false',
  sort_type: 'decimal(5, 2)',
  sort_column: 'wonder_score',
  sort_beyond: '<',
  sort_direction: 'desc',
  narrowed: 'false',
  contactable: 'any',
  churn_risk_level: 'any',
  bought: 'any',
  hosted: 'any',
  id_marks: '?, ?, ?',
};

/** As a lead of two departments asks, who may see names in one of them. */
const SCOPED = {
  ...UNSCOPED,
  row_scope: "(primary_sport is not null) or (primary_affiliation = 'Alumni')",
  name_scope: "(primary_affiliation = 'Alumni')",
  narrowed: 'true',
  contactable: 'true',
  churn_risk_level: 'high',
  bought: 'false',
  hosted: 'false',
};

export async function readProject(): Promise<SqlProject> {
  return parseProject(await readSqlFiles('sql'));
}

/** Every model, every query and the setup statements as an engine gets them, by file name. */
export function renderAll(project: SqlProject, engine: Engine): ReadonlyMap<string, string> {
  const compiled = compileProject(project, engine);
  const relations = relationsOf(compiled, { work: 'work_run_now', home: '' });
  const texts = new Map<string, string>();
  const keep = (name: string, text: string) => {
    if (texts.has(name)) throw new Error(`a model and a query are both called ${name}`);
    texts.set(name, `${text}\n`);
  };
  for (const { file } of compiled.nodes) {
    keep(file.name, compiled.renderer.render(file, { relations, vars: GOLDEN_RUN }).sql);
  }
  const unscoped = { ...project, vars: { ...project.vars, ...UNSCOPED } };
  const scoped = { ...project, vars: { ...project.vars, ...SCOPED } };
  for (const name of project.queries.keys()) {
    const text = renderQuery(unscoped, name, engine);
    keep(name, text);
    const narrowed = renderQuery(scoped, name, engine);
    if (narrowed !== text) keep(`${name}.scoped`, narrowed);
  }
  keep('setup', `${renderSetup(project, engine).join(';\n\n')};`);
  return texts;
}
