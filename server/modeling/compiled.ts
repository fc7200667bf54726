import type { Warehouse } from '../ports/warehouse.ts';
import { type ModelNode, orderModels } from './graph.ts';
import type { SqlProject } from './project.ts';
import { type Engine, type Relations, Renderer } from './render.ts';

/** A project made ready for one engine: macros parsed, models in order. */
export interface CompiledProject {
  readonly project: SqlProject;
  readonly engine: Engine;
  readonly renderer: Renderer;
  readonly nodes: readonly ModelNode[];
}

const compiled = new WeakMap<SqlProject, Map<Engine, CompiledProject>>();

/** Compiles a project once per engine: it never changes, and a run asks for it many times. */
export function compileProject(project: SqlProject, engine: Engine): CompiledProject {
  const perEngine = compiled.get(project) ?? new Map<Engine, CompiledProject>();
  compiled.set(project, perEngine);
  const known = perEngine.get(engine);
  if (known !== undefined) return known;
  const renderer = new Renderer(project, engine);
  const made = { project, engine, renderer, nodes: orderModels(project, renderer) };
  perEngine.set(engine, made);
  return made;
}

/** Where the relations of a run are. */
export interface RunPlaces {
  /** Schema of the run's own tables; dropped when the run ends, however it ends. */
  readonly work: string;
  /** Before the schemas of landing tables and marts; empty where they are in the same database. */
  readonly home: string;
}

/** The places of one run, in the engine's scratch database where it has one. */
export function placesOf(runId: string, scratch: Warehouse['scratch']): RunPlaces {
  const work = `work_${runId}`;
  if (scratch === null) return { work, home: '' };
  return { work: `${scratch.database}.${work}`, home: `${scratch.home}.` };
}

/** Full names of the relations as a run sees them: marts are permanent, all else is in its work schema. */
export function relationsOf({ project, nodes }: CompiledProject, places: RunPlaces): Relations {
  const { analytics_schema, landing_schema } = project.vars;
  const permanent = new Set(
    nodes.filter((node) => node.materialized === 'incremental').map((node) => node.file.name),
  );
  return {
    ref: (name) =>
      permanent.has(name) ? `${places.home}${analytics_schema}.${name}` : `${places.work}.${name}`,
    source: (_source, table) => `${places.home}${landing_schema}.${table}`,
  };
}

/** For reads of marts alone, which belong to no run. */
export const NO_RUN: RunPlaces = { work: 'work', home: '' };
