import { badModel, type SqlFiles, type SqlProject, type VarValue } from '../modeling/project.ts';
import { Renderer } from '../modeling/render.ts';

export interface LandingScript {
  /** Path inside sql/. */
  readonly path: string;
  /** Given over dbt_project.yml's vars. */
  readonly vars?: Readonly<Record<string, VarValue>>;
  /** Macros that only this script sees. */
  readonly macros?: string;
}

/** The schema of the landing tables, as dbt_project.yml says. */
export function landingSchema(project: SqlProject): string {
  return String(project.vars.landing_schema);
}

/** The text of a script that fills landing tables on the embedded engine. Throws `bad_model`. */
export function renderLandingScript(
  { project, files }: { readonly project: SqlProject; readonly files: SqlFiles },
  { path, vars = {}, macros = '' }: LandingScript,
): string {
  const text = files.get(path);
  if (text === undefined) throw badModel(path, 'is missing');
  const relations = {
    ref: (model: string) => model,
    source: (_: string, table: string) => `${landingSchema(project)}.${table}`,
  };
  const file = { name: path, path, sql: macros + text };
  return new Renderer(project, 'duckdb').render(file, { relations, vars }).sql;
}

/** Adds missing days to dim_date. Binds: first day, last day. */
export function calendarSql(parts: {
  readonly project: SqlProject;
  readonly files: SqlFiles;
}): string {
  return renderLandingScript(parts, { path: 'setup/calendar/dim_date.sql' });
}
