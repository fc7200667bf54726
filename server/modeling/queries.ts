import { WonderError } from '../domain/errors.ts';
import { orderModels } from './graph.ts';
import type { SqlProject } from './project.ts';
import { type Engine, Renderer } from './render.ts';
import { relationsOf } from './run-models.ts';

/** The text of sql/queries/<name>.sql for an engine; `?` stay binds. Throws `bad_model`. */
export function renderQuery(project: SqlProject, name: string, engine: Engine): string {
  const file = project.queries.get(name);
  if (file === undefined) {
    throw new WonderError('bad_model', { detail: `There is no query sql/queries/${name}.sql.` });
  }
  const relations = relationsOf(project, orderModels(project, engine), 'none');
  return new Renderer(project).render(file, { engine, relations }).sql;
}

/** The statements of the setup scripts for an engine, in order. Throws `bad_model`. */
export function renderSetup(project: SqlProject, engine: Engine): string[] {
  const renderer = new Renderer(project);
  const relations = relationsOf(project, [], 'none');
  return project.setup
    .map((file) => renderer.render(file, { engine, relations }).sql)
    .flatMap((script) => script.split(/;\s*(?:\n|$)/))
    .map((statement) => statement.replace(/^(\s*--.*\n)+/, '').trim())
    .filter((statement) => statement !== '');
}
