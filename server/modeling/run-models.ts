import { isWonderError, WonderError } from '../domain/errors.ts';
import type { BindValue, Warehouse } from '../ports/warehouse.ts';
import { arrivalOrder } from './arrival-order.ts';
import { type CompiledProject, compileProject } from './compiled.ts';
import type { ModelNode, ModelStage } from './graph.ts';
import { runInOrder } from './in-order.ts';
import type { KeptTables } from './kept-tables.ts';
import { badModel, type ModelColumn, type SqlProject } from './project.ts';
import { NO_RUN, placesOf, relationsOf } from './run-places.ts';

/** What makes one run's SQL different from another's. */
export interface RunVars {
  /** The as-of date, ISO. */
  readonly as_of: string;
  readonly run_id: string;
  /** 'YYYY-MM-DD HH:MM:SS', UTC. */
  readonly calculated_at: string;
  /** The published run that movers are counted against, or 'none'. */
  readonly previous_run_id: string;
}

export interface ModelRun {
  readonly vars: RunVars;
  readonly signal?: AbortSignal;
  /** How many models run at the same time where none waits for another; default 1. */
  readonly atOnce?: number;
  /** What earlier runs made of the landing tables, where these have not changed since. */
  readonly kept?: KeptTables;
  /** Called after each model with the number of models done of this stage. */
  readonly onModel?: (progress: { model: string; done: number; total: number }) => void;
}

const ENGINE_LINE = /LINE (\d+):/;

/** The engine's complaint, with the model's file and line: rendering keeps line numbers. */
function explain(node: ModelNode, error: unknown): unknown {
  if (!isWonderError(error) || error.code !== 'warehouse_failed') return error;
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  const line = ENGINE_LINE.exec(cause)?.[1];
  const [firstLine = cause] = cause.split('\n');
  const named = badModel(node.file.path, firstLine, line === undefined ? undefined : Number(line));
  return new WonderError('warehouse_failed', { detail: named.message, cause: error });
}

/** Runs the models of one stage after another on a warehouse, in dependency order. */
export class ModelRunner {
  readonly #compiled: CompiledProject;
  readonly #warehouse: Warehouse;

  constructor(project: SqlProject, warehouse: Warehouse) {
    this.#compiled = compileProject(project, warehouse.engine);
    this.#warehouse = warehouse;
  }

  /** How many models a stage of a run executes; none for the stages that have no models. */
  sizeOf(stage: string): number {
    return this.#compiled.nodes.filter((node) => node.stage === stage).length;
  }

  /** Permanent tables that hold rows of many runs, by full name. */
  get marts(): readonly string[] {
    const { ref } = relationsOf(this.#compiled, NO_RUN);
    return this.#martNodes().map((node) => ref(node.file.name));
  }

  /** The definition of each mart, by its name. */
  martDefinitions(): ReadonlyMap<string, string> {
    const { ref } = relationsOf(this.#compiled, NO_RUN);
    return new Map(
      this.#martNodes().map((node) => {
        const columns = this.#columnsOf(node).map(({ name, type }) => `${name} ${type}`);
        const { name } = node.file;
        return [name, `create table if not exists ${ref(name)} (${columns.join(', ')})`];
      }),
    );
  }

  /** Makes the marts where they are missing, and adds columns that models have gained since. */
  async prepareMarts(): Promise<void> {
    const { project } = this.#compiled;
    const { ref } = relationsOf(this.#compiled, NO_RUN);
    const rows = await this.#warehouse.query({
      sql: `select lower(table_name) as table_name, lower(column_name) as column_name
        from information_schema.columns where lower(table_schema) = ?`,
      binds: [String(project.vars.analytics_schema)],
    });
    const present = new Set(rows.map((row) => `${row.table_name}.${row.column_name}`));
    const tables = new Set(rows.map((row) => row.table_name));
    const definitions = this.martDefinitions();
    for (const node of this.#martNodes()) {
      const { name } = node.file;
      const columns = this.#columnsOf(node);
      if (!tables.has(name)) {
        await this.#warehouse.execute({ sql: definitions.get(name) ?? '' });
        continue;
      }
      for (const column of columns.filter((one) => !present.has(`${name}.${one.name}`))) {
        const sql = `alter table ${ref(name)} add column ${column.name} ${column.type}`;
        await this.#warehouse.execute({ sql });
      }
    }
  }

  /** Where a run's own tables are. */
  workSchema(runId: string): string {
    return placesOf(runId, this.#warehouse.scratch).work;
  }

  async createWorkSchema(runId: string): Promise<void> {
    // Without Snowflake's seven days of fail-safe, which would be paid for tables of minutes.
    const kind = this.#warehouse.engine === 'snowflake' ? 'transient schema' : 'schema';
    await this.#warehouse.execute({
      sql: `create ${kind} if not exists ${this.workSchema(runId)}`,
    });
  }

  /** Whether a run's own tables are still there. */
  async hasWorkSchema(runId: string): Promise<boolean> {
    const name = this.workSchema(runId).split('.').at(-1) ?? '';
    const rows = await this.#warehouse.query({
      sql: 'select schema_name from information_schema.schemata where lower(schema_name) = ?',
      binds: [name.toLowerCase()],
    });
    return rows.length > 0;
  }

  async dropWorkSchema(runId: string): Promise<void> {
    await this.#warehouse.execute({
      sql: `drop schema if exists ${this.workSchema(runId)} cascade`,
    });
  }

  /** Runs one stage's models; answers the rows written to permanent tables. */
  async runStage(stage: ModelStage, run: ModelRun): Promise<number> {
    const nodes = this.#compiled.nodes.filter((node) => node.stage === stage);
    let rows = 0;
    let done = 0;
    await runInOrder(nodes, run.atOnce ?? 1, async (node) => {
      run.signal?.throwIfAborted();
      const written = await this.#materialize(node, run);
      rows += written;
      done += 1;
      run.onModel?.({ model: node.file.name, done, total: nodes.length });
    });
    return rows;
  }

  /** Runs one stage's models after what they need of a run's own tables, on the marts as they are. */
  async runAlone(stage: ModelStage, run: ModelRun): Promise<void> {
    const needed = new Set<string>();
    for (const node of this.#compiled.nodes.toReversed()) {
      const isNeeded = node.stage === stage || needed.has(node.file.name);
      if (!isNeeded || node.materialized === 'incremental') continue;
      needed.add(node.file.name);
      for (const name of node.refs) needed.add(name);
    }
    for (const node of this.#compiled.nodes) {
      run.signal?.throwIfAborted();
      const isOwn = node.materialized !== 'incremental' && needed.has(node.file.name);
      if (isOwn) await this.#materialize(node, run);
    }
  }

  #martNodes(): ModelNode[] {
    return this.#compiled.nodes.filter((node) => node.materialized === 'incremental');
  }

  #columnsOf(node: ModelNode): readonly ModelColumn[] {
    const columns = this.#compiled.project.columns.get(node.file.name) ?? [];
    if (columns.length === 0) throw badModel(node.file.path, 'has no columns declared in a yml', 1);
    return columns;
  }

  async #materialize(node: ModelNode, run: ModelRun): Promise<number> {
    const { renderer } = this.#compiled;
    const relations = relationsOf(
      this.#compiled,
      placesOf(run.vars.run_id, this.#warehouse.scratch),
    );
    const relation = relations.ref(node.file.name);
    const { sql } = renderer.render(node.file, { relations, vars: { ...run.vars } });
    try {
      if (node.materialized === 'incremental')
        return await this.#append({ node, relation, sql, run });
      const execute = (statement: string) => this.#execute(statement, { run, node });
      if (run.kept?.keeps(node)) {
        await run.kept.show({ name: node.file.name, relation, sql }, execute);
      } else {
        await execute(`create or replace ${node.materialized} ${relation} as ${sql}`);
      }
      return 0;
    } catch (error) {
      throw explain(node, error);
    }
  }

  /** Puts this run's rows in place of any it wrote before; readers do not see them until it is published. */
  async #append({ node, relation, sql, run }: Append): Promise<number> {
    const columns = this.#columnsOf(node).map((column) => column.name);
    const names = columns.join(', ');
    await this.#execute(
      `delete from ${relation} where run_id = ? and score_date = cast(? as date)`,
      { run, node },
      [run.vars.run_id, run.vars.as_of],
    );
    // The model begins on the statement's first line, so that the engine counts the file's lines.
    return await this.#execute(
      `insert into ${relation} (${names}) select ${names} from (${sql}\n) as rows_of_run${arrivalOrder(this.#warehouse.engine, columns)}`,
      { run, node },
    );
  }

  async #execute(
    sql: string,
    { run, node }: Pick<Append, 'run' | 'node'>,
    binds: readonly BindValue[] = [],
  ): Promise<number> {
    const { signal, vars } = run;
    const tag = `run ${vars.run_id}/${node.file.name}`;
    return await this.#warehouse.execute(
      { sql, binds },
      signal === undefined ? { tag } : { tag, signal },
    );
  }
}

interface Append {
  readonly node: ModelNode;
  readonly relation: string;
  readonly sql: string;
  readonly run: ModelRun;
}
