import { type ModelNode, orderModels } from './graph.ts';
import type { SqlProject } from './project.ts';
import { type Engine, Renderer } from './render.ts';

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
