import { isWonderError, WonderError } from '../domain/errors.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import { type ModelNode, type ModelStage, orderModels } from './graph.ts';
import { badModel, type SqlProject, type VarValue } from './project.ts';
import { type RenderContext, Renderer } from './render.ts';

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
  /** Called after each model with the number of models done of this stage. */
  readonly onModel?: (progress: { model: string; done: number; total: number }) => void;
}

/** Schema of a run's own tables; dropped when the run ends, however it ends. */
export function workSchema(runId: string): string {
  return `work_${runId}`;
}

/** Full names of a project's relations: marts are permanent, everything else belongs to one run. */
export function relationsOf(project: SqlProject, nodes: readonly ModelNode[], runId: string) {
  const analytics = String(project.vars.analytics_schema);
  const permanent = new Set(
    nodes.filter((node) => node.materialized === 'incremental').map((node) => node.file.name),
  );
  return {
    ref: (name: string) => `${permanent.has(name) ? analytics : workSchema(runId)}.${name}`,
    source: (_source: string, table: string) => `${project.vars.landing_schema}.${table}`,
  };
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
  readonly #project: SqlProject;
  readonly #warehouse: Warehouse;
  readonly #nodes: readonly ModelNode[];
  readonly #renderer: Renderer;

  constructor(project: SqlProject, warehouse: Warehouse) {
    this.#project = project;
    this.#warehouse = warehouse;
    this.#nodes = orderModels(project, warehouse.engine);
    this.#renderer = new Renderer(project);
  }

  /** Permanent tables that hold rows of many runs, by name. */
  get marts(): readonly string[] {
    const analytics = String(this.#project.vars.analytics_schema);
    return this.#nodes
      .filter((node) => node.materialized === 'incremental')
      .map((node) => `${analytics}.${node.file.name}`);
  }

  async createWorkSchema(runId: string): Promise<void> {
    await this.#warehouse.execute({ sql: `create schema if not exists ${workSchema(runId)}` });
  }

  async dropWorkSchema(runId: string): Promise<void> {
    await this.#warehouse.execute({ sql: `drop schema if exists ${workSchema(runId)} cascade` });
  }

  /** Runs one stage's models; answers the rows written to permanent tables. */
  async runStage(stage: ModelStage, run: ModelRun): Promise<number> {
    const nodes = this.#nodes.filter((node) => node.stage === stage);
    let rows = 0;
    for (const [index, node] of nodes.entries()) {
      run.signal?.throwIfAborted();
      rows += await this.#materialize(node, run);
      run.onModel?.({ model: node.file.name, done: index + 1, total: nodes.length });
    }
    return rows;
  }

  async #materialize(node: ModelNode, run: ModelRun): Promise<number> {
    const relations = relationsOf(this.#project, this.#nodes, run.vars.run_id);
    const context: RenderContext = {
      engine: this.#warehouse.engine,
      relations,
      vars: { ...run.vars } satisfies Record<string, VarValue>,
      self: relations.ref(node.file.name),
    };
    const { sql } = this.#renderer.render(node.file, context);
    const own = `${workSchema(run.vars.run_id)}.${node.file.name}`;
    try {
      if (node.materialized === 'table') {
        await this.#execute(`create or replace table ${own} as ${sql}`, run);
        return 0;
      }
      await this.#execute(`create or replace view ${own} as ${sql}`, run);
      if (node.materialized === 'view') return 0;
      return await this.#append({ view: own, mart: relations.ref(node.file.name), run });
    } catch (error) {
      throw explain(node, error);
    }
  }

  /** Puts this run's rows in place of any it wrote before; readers do not see them until it is published. */
  async #append({ view, mart, run }: Append): Promise<number> {
    await this.#execute(`create table if not exists ${mart} as select * from ${view} limit 0`, run);
    const wanted = await this.#columns(view);
    const present = new Set((await this.#columns(mart)).map((column) => column.name));
    for (const column of wanted.filter(({ name }) => !present.has(name))) {
      await this.#execute(`alter table ${mart} add column ${column.name} ${column.type}`, run);
    }
    const names = wanted.map((column) => column.name).join(', ');
    await this.#warehouse.execute({
      sql: `delete from ${mart} where run_id = ?`,
      binds: [run.vars.run_id],
    });
    return await this.#execute(`insert into ${mart} (${names}) select ${names} from ${view}`, run);
  }

  async #columns(relation: string): Promise<{ name: string; type: string }[]> {
    const [schema = '', table = ''] = relation.split('.');
    const rows = await this.#warehouse.query({
      sql: `select lower(column_name) as column_name, data_type
        from information_schema.columns
        where lower(table_schema) = ? and lower(table_name) = ?
        order by ordinal_position`,
      binds: [schema, table],
    });
    return rows.map((row) => ({ name: String(row.column_name), type: String(row.data_type) }));
  }

  async #execute(sql: string, { signal }: ModelRun): Promise<number> {
    return await this.#warehouse.execute({ sql }, signal === undefined ? {} : { signal });
  }
}

interface Append {
  readonly view: string;
  readonly mart: string;
  readonly run: ModelRun;
}
