import { parse, YAMLParseError } from 'yaml';
import { WonderError } from '../domain/errors.ts';

/** Text of every .sql and .yml under sql/, by path inside it: 'models/scoring/wonder_score.sql'. */
export type SqlFiles = ReadonlyMap<string, string>;

/** A value of dbt_project.yml's vars: text, number, or a mapping of such. */
export type VarValue = string | number | boolean | null | VarMapping;
export interface VarMapping {
  readonly [name: string]: VarValue;
}

/** A column a model promises, as its yml declares it. */
export interface ModelColumn {
  readonly name: string;
  readonly type: string;
}

export interface SqlSource {
  readonly name: string;
  /** Path inside sql/, for error messages. */
  readonly path: string;
  readonly sql: string;
}

/** The files of the dbt project, sorted by what they are; nothing rendered yet. */
export interface SqlProject {
  readonly models: ReadonlyMap<string, SqlSource>;
  readonly queries: ReadonlyMap<string, SqlSource>;
  /** DDL scripts in the order they must run. */
  readonly setup: readonly SqlSource[];
  readonly macros: readonly SqlSource[];
  readonly vars: VarMapping;
  /** Tables of each declared source, by source name. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Declared columns of models, by model name; marts must declare all of theirs. */
  readonly columns: ReadonlyMap<string, readonly ModelColumn[]>;
  /** The `models:` block of dbt_project.yml: settings per folder, `+name: value`. */
  readonly folderConfig: Readonly<Record<string, unknown>>;
}

/** A mistake in the SQL project, with file and line. */
export function badModel(path: string, message: string, line?: number): WonderError {
  const place = line === undefined ? path : `${path}:${line}`;
  return new WonderError('bad_model', {
    detail: `${place}: ${message}`,
    problems: [{ field: place, message }],
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseYaml(path: string, text: string): Record<string, unknown> {
  try {
    const parsed: unknown = parse(text);
    if (isRecord(parsed)) return parsed;
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const [message = 'not YAML'] = error instanceof Error ? error.message.split('\n') : [];
    throw badModel(path, message, line);
  }
  throw badModel(path, 'must be a mapping');
}

function asVar(path: string, name: string, value: unknown): VarValue {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (isRecord(value)) return asVars(path, value, `${name}.`);
  throw badModel(
    path,
    `variable ${name} must be text, a number, true, false, or a mapping of these`,
  );
}

function asVars(path: string, values: Record<string, unknown>, prefix = ''): VarMapping {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, asVar(path, prefix + name, value)]),
  );
}

function sqlIn(files: SqlFiles, folder: string): SqlSource[] {
  return [...files]
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.sql'))
    .map(([path, sql]) => ({ name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), path, sql }));
}

function byName(sources: readonly SqlSource[]): ReadonlyMap<string, SqlSource> {
  const found = new Map<string, SqlSource>();
  for (const source of sources) {
    const twin = found.get(source.name);
    if (twin !== undefined) throw badModel(source.path, `has the same name as ${twin.path}`);
    found.set(source.name, source);
  }
  return found;
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** What the yml files beside the models declare: tables of sources, columns of models. */
function declarations(files: SqlFiles) {
  const sources = new Map<string, ReadonlySet<string>>();
  const columns = new Map<string, readonly ModelColumn[]>();
  for (const [path, text] of files) {
    if (!path.startsWith('models/') || !path.endsWith('.yml')) continue;
    const declared = parseYaml(path, text);
    for (const source of records(declared.sources)) {
      const tables = records(source.tables).map((table) => String(table.name));
      sources.set(String(source.name), new Set(tables));
    }
    for (const model of records(declared.models)) {
      const own = records(model.columns).map((column) => ({
        name: String(column.name),
        type: String(column.data_type),
      }));
      columns.set(String(model.name), own);
    }
  }
  return { sources, columns };
}

/** Sorts the files and reads dbt_project.yml. Throws `bad_model` naming the file (and line where known). */
export function parseProject(files: SqlFiles): SqlProject {
  const path = 'dbt_project.yml';
  const projectFile = parseYaml(path, files.get(path) ?? '');
  const models = isRecord(projectFile.models) ? projectFile.models : {};
  const folderConfig = models[String(projectFile.name)];
  return {
    models: byName(sqlIn(files, 'models')),
    queries: byName(sqlIn(files, 'queries')),
    setup: sqlIn(files, 'setup').filter(
      (source) => !source.path.slice('setup/'.length).includes('/'),
    ),
    macros: sqlIn(files, 'macros'),
    vars: asVars(path, isRecord(projectFile.vars) ? projectFile.vars : {}),
    ...declarations(files),
    folderConfig: isRecord(folderConfig) ? folderConfig : {},
  };
}
