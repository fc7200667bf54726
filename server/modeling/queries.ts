import { WonderError } from '../domain/errors.ts';
import { compileProject } from './compiled.ts';
import type { SqlProject, SqlSource, VarValue } from './project.ts';
import { type Engine, Renderer } from './render.ts';
import { NO_RUN, relationsOf } from './run-places.ts';

/** The text of sql/queries/<name>.sql for an engine; `?` stay binds. Throws `bad_model`. */
export function renderQuery(project: SqlProject, name: string, engine: Engine): string {
  const file = project.queries.get(name);
  if (file === undefined) {
    throw new WonderError('bad_model', { detail: `There is no query sql/queries/${name}.sql.` });
  }
  const compiled = compileProject(project, engine);
  return compiled.renderer.render(file, { relations: relationsOf(compiled, NO_RUN) }).sql;
}

/** The statements of the setup scripts for an engine, in order. Throws `bad_model`. */
export function renderSetup(project: SqlProject, engine: Engine): string[] {
  return renderScripts({ project, engine, scripts: project.setup });
}

/** The statements of some scripts, in order; `vars` are given over the project's. Throws `bad_model`. */
export function renderScripts({
  project,
  engine,
  scripts,
  vars = {},
}: {
  readonly project: SqlProject;
  readonly engine: Engine;
  readonly scripts: readonly SqlSource[];
  readonly vars?: Readonly<Record<string, VarValue>>;
}): string[] {
  const renderer = new Renderer(project, engine);
  const relations = { ref: (name: string) => name, source: (_: string, table: string) => table };
  return scripts
    .map((file) => renderer.render(file, { relations, vars }).sql)
    .flatMap((script) => script.split(/;\s*(?:\n|$)/))
    .map((statement) => statement.replace(/^(\s*--.*\n)+/, '').trim())
    .filter((statement) => statement !== '');
}
