import { Environment } from 'minijinja-js';
import { badModel, type SqlProject, type SqlSource, type VarValue } from './project.ts';

export type Engine = 'duckdb' | 'snowflake';

/** What a template may ask for while it renders; each answer is a relation's full name. */
export interface Relations {
  ref(model: string): string;
  source(source: string, table: string): string;
}

export interface RenderContext {
  readonly engine: Engine;
  readonly relations: Relations;
  /** Given over dbt_project.yml's vars. */
  readonly vars?: Readonly<Record<string, VarValue>>;
  /** Full name of the model being rendered. */
  readonly self?: string;
}

export interface Rendered {
  readonly sql: string;
  readonly refs: readonly string[];
  /** The arguments of the file's own config(). */
  readonly config: Readonly<Record<string, unknown>>;
}

const MACRO_NAME = /\{%-?\s*macro\s+(\w+)/g;
const PLACE = /\(in (.+?):(\d+)\)/;

/**
 * Renders the project's files for one engine. Models keep to a small subset of Jinja (CONTRIBUTING, "SQL");
 * an unknown name, variable or relation is an error with file and line.
 */
export class Renderer {
  readonly #project: SqlProject;
  readonly #imports: string;

  constructor(project: SqlProject) {
    this.#project = project;
    const names = [...this.#macroText().matchAll(MACRO_NAME)].map((match) => match[1]);
    this.#imports = names.length === 0 ? '' : `{% from "macros" import ${names.join(', ')} %}`;
  }

  render(file: SqlSource, context: RenderContext): Rendered {
    const refs = new Set<string>();
    const config: Record<string, unknown> = {};
    // A callback must not throw into the template engine: what went wrong is kept and told with the place.
    const problems: string[] = [];
    const environment = this.#environment({ context, refs, config, problems });
    try {
      // On the first line, so that line numbers stay those of the file.
      const sql = environment.renderNamedStr(file.path, this.#imports + file.sql, {});
      if (problems.length > 0) throw new Error(problems[0]);
      return { sql: sql.trim(), refs: [...refs], config };
    } catch (error) {
      throw this.#explain(file, error, problems);
    } finally {
      environment.free();
    }
  }

  #macroText(): string {
    return this.#project.macros.map((macro) => macro.sql).join('\n');
  }

  #environment({ context, refs, config, problems }: Recording): Environment {
    const { sources, models } = this.#project;
    const vars: Readonly<Record<string, VarValue>> = { ...this.#project.vars, ...context.vars };
    const environment = new Environment();
    environment.undefinedBehavior = 'strict';
    environment.keepTrailingNewline = true;
    environment.enablePyCompat();
    environment.addGlobal('target', { type: context.engine });
    environment.addGlobal('this', context.self ?? '');
    environment.addGlobal('is_incremental', () => false);
    environment.addGlobal('config', (settings: unknown) => {
      if (settings instanceof Map) Object.assign(config, Object.fromEntries(settings));
      return '';
    });
    environment.addGlobal('var', (name: string) => {
      if (!Object.hasOwn(vars, name)) problems.push(`unknown variable '${name}'`);
      return vars[name];
    });
    environment.addGlobal('ref', (name: string) => {
      if (!models.has(name)) problems.push(`unknown model '${name}'`);
      refs.add(name);
      return context.relations.ref(name);
    });
    environment.addGlobal('source', (source: string, table: string) => {
      if (!sources.get(source)?.has(table)) problems.push(`unknown source '${source}.${table}'`);
      return context.relations.source(source, table);
    });
    environment.addTemplate('macros', this.#macroText());
    return environment;
  }

  #explain(file: SqlSource, error: unknown, problems: readonly string[]) {
    const message = error instanceof Error ? error.message : String(error);
    const place = PLACE.exec(message);
    const inFile = place?.[1] === file.path;
    const said = problems[0] ?? message.replace(PLACE, '').trim();
    return badModel(file.path, said, inFile ? Number(place?.[2]) : undefined);
  }
}

interface Recording {
  readonly context: RenderContext;
  readonly refs: Set<string>;
  readonly config: Record<string, unknown>;
  readonly problems: string[];
}
