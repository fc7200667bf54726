import { Environment } from 'minijinja-js';
import type { SqlProject, SqlSource, VarValue } from './project.ts';
import { explainFailure, explainUnknown, MACROS, type UnknownName } from './template-errors.ts';

export type Engine = 'duckdb' | 'snowflake';

/** What a template may ask for while it renders; each answer is a relation's full name. */
export interface Relations {
  ref(model: string): string;
  source(source: string, table: string): string;
}

export interface RenderContext {
  readonly relations: Relations;
  /** Given over dbt_project.yml's vars. */
  readonly vars?: Readonly<Record<string, VarValue>>;
}

export interface Rendered {
  readonly sql: string;
  readonly refs: readonly string[];
  /** The arguments of the file's own config(). */
  readonly config: Readonly<Record<string, unknown>>;
}

const MACRO_NAME = /\{%-?\s*macro\s+(\w+)/g;

/**
 * Renders the project's files for one engine. Models keep to a small subset of Jinja (CONTRIBUTING, "SQL");
 * an unknown name, variable or relation is an error with file and line.
 */
export class Renderer {
  readonly #project: SqlProject;
  readonly #imports: string;
  readonly #environment: Environment;
  #recording: Recording | undefined;

  constructor(project: SqlProject, engine: Engine) {
    this.#project = project;
    const macros = project.macros.map((macro) => macro.sql).join('\n');
    const names = [...macros.matchAll(MACRO_NAME)].map((match) => match[1]);
    this.#imports = names.length === 0 ? '' : `{% from "${MACROS}" import ${names.join(', ')} %}`;
    this.#environment = new Environment();
    this.#environment.undefinedBehavior = 'strict';
    this.#environment.keepTrailingNewline = true;
    // Errors then name what is undefined.
    this.#environment.debug = true;
    this.#environment.enablePyCompat();
    this.#environment.addGlobal('target', { type: engine });
    this.#addFunctions();
    try {
      this.#environment.addTemplate(MACROS, macros);
    } catch (error) {
      throw explainFailure(error, { name: MACROS, path: MACROS, sql: macros }, project.macros);
    }
  }

  render(file: SqlSource, context: RenderContext): Rendered {
    const recording: Recording = { context, refs: new Set(), config: {}, unknown: [] };
    const { macros } = this.#project;
    this.#recording = recording;
    try {
      // On the first line, so that line numbers stay those of the file.
      const sql = this.#environment.renderNamedStr(file.path, this.#imports + file.sql, {});
      if (recording.unknown.length > 0) throw new Error('a name is unknown');
      return { sql: sql.trimEnd(), refs: [...recording.refs], config: recording.config };
    } catch (error) {
      const [unknown] = recording.unknown;
      throw unknown === undefined
        ? explainFailure(error, file, macros)
        : explainUnknown(unknown, file, macros);
    } finally {
      this.#recording = undefined;
    }
  }

  /** What dbt gives a template. None may throw: what went wrong is kept, and told with its place. */
  #addFunctions(): void {
    const { sources, models, vars } = this.#project;
    const add = (name: string, answer: (recording: Recording, ...asked: string[]) => unknown) =>
      this.#environment.addGlobal(name, (...asked: string[]) =>
        this.#recording === undefined ? undefined : answer(this.#recording, ...asked),
      );
    add('is_incremental', () => false);
    this.#environment.addGlobal('config', (settings: unknown) => {
      if (settings instanceof Map) {
        Object.assign(this.#recording?.config ?? {}, Object.fromEntries(settings));
      }
      return '';
    });
    add('var', ({ context, unknown }, name = '') => {
      const given = context.vars ?? {};
      if (Object.hasOwn(given, name)) return given[name];
      if (!Object.hasOwn(vars, name)) unknown.push({ kind: 'variable', name, literal: name });
      return vars[name];
    });
    add('ref', ({ context, refs, unknown }, name = '') => {
      if (!models.has(name)) unknown.push({ kind: 'model', name, literal: name });
      refs.add(name);
      return context.relations.ref(name);
    });
    add('source', ({ context, unknown }, source = '', table = '') => {
      if (!sources.get(source)?.has(table)) {
        unknown.push({ kind: 'source', name: `${source}.${table}`, literal: table });
      }
      return context.relations.source(source, table);
    });
  }
}

interface Recording {
  readonly context: RenderContext;
  readonly refs: Set<string>;
  readonly config: Record<string, unknown>;
  readonly unknown: UnknownName[];
}
