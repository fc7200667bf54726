import type { SqlFiles, SqlProject } from '../modeling/project.ts';
import { renderScripts, renderSetup } from '../modeling/queries.ts';
import { ModelRunner } from '../modeling/run-models.ts';
import type { Warehouse } from '../ports/warehouse.ts';

interface Parts {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
  readonly files: SqlFiles;
  /** Names of the virtual warehouse and the database, as Snowflake knows them. */
  readonly names: { readonly warehouse: string; readonly database: string };
}

function rendered({ project, files, names }: Parts, name: string): string[] {
  const path = `setup/snowflake/${name}.sql`;
  const scripts = [{ name, path, sql: files.get(path) ?? '' }];
  return renderScripts({ project, engine: 'snowflake', scripts, vars: { ...names } });
}

/**
 * Everything an empty account needs, in order: warehouse, database and schemas, tables, roles and their
 * rights. Each statement may be run again.
 */
export function snowflakeSetup(parts: Parts): string[] {
  const { project, warehouse } = parts;
  const { landing_schema, analytics_schema } = project.vars;
  const { database } = parts.names;
  // Whole names, so that it does not matter which database a session is in.
  const whole = (sql: string) =>
    sql
      .replaceAll(`${landing_schema}.`, `${database}.${landing_schema}.`)
      .replaceAll(`${analytics_schema}.`, `${database}.${analytics_schema}.`);
  const tables = renderSetup(project, 'snowflake').filter((sql) => !/^create schema\b/.test(sql));
  return [
    ...rendered(parts, '1_places'),
    ...tables.map(whole),
    ...[...new ModelRunner(project, warehouse).martDefinitions().values()].map(whole),
    ...rendered(parts, '2_roles'),
  ];
}

/** Runs the setup; what is there already stays, and marts gain the columns that models have gained. */
export async function setupSnowflake(
  parts: Parts,
  onStatement: (sql: string) => void,
): Promise<void> {
  const { warehouse, project } = parts;
  for (const sql of snowflakeSetup(parts)) {
    onStatement(sql);
    await warehouse.execute({ sql }, { tag: 'setup' });
  }
  await new ModelRunner(project, warehouse).prepareMarts();
}
