import type { Warehouse } from '../ports/warehouse.ts';
import { type CompiledProject, compileProject } from './compiled.ts';
import type { ModelNode } from './graph.ts';
import type { SqlProject } from './project.ts';
import type { Relations } from './render.ts';
import type { RunVars } from './run-models.ts';
import { placesOf, relationsOf } from './run-places.ts';

/** Models to run outside of any run of scores. */
export interface AloneRun {
  /** Names of models; what they stand on is run before them. */
  readonly targets: readonly string[];
  /** `run_id` names the work schema; the others are as in a run. */
  readonly vars: RunVars & {
    readonly population: 'active' | 'snapshot';
    /** The last day that may be known of, ISO. */
    readonly known_until: string;
  };
  readonly signal?: AbortSignal;
}

/** The models that some models stand on, and these, in their order. */
function withRefs({ nodes }: CompiledProject, targets: readonly string[]): ModelNode[] {
  const wanted = new Set(targets);
  // Every model comes after the models it refers to.
  for (const node of [...nodes].reverse()) {
    if (wanted.has(node.file.name)) for (const ref of node.refs) wanted.add(ref);
  }
  return nodes.filter((node) => wanted.has(node.file.name));
}

/**
 * Runs models in a work schema of their own and writes nowhere else: what would be a mart is a table
 * there. Answers where they are; drop the schema when done.
 */
export async function runAlone(
  { project, warehouse }: { readonly project: SqlProject; readonly warehouse: Warehouse },
  { targets, vars, signal }: AloneRun,
): Promise<Relations> {
  const compiled = compileProject(project, warehouse.engine);
  const places = { ...placesOf(vars.run_id, warehouse.scratch), alone: true };
  const relations = relationsOf(compiled, places);
  const options = signal === undefined ? {} : { signal };
  await warehouse.execute({ sql: `create schema if not exists ${places.work}` }, options);
  for (const { file, materialized } of withRefs(compiled, targets)) {
    const { sql } = compiled.renderer.render(file, { relations, vars: { ...vars } });
    const kind = materialized === 'view' ? 'view' : 'table';
    const create = `create or replace ${kind} ${relations.ref(file.name)} as ${sql}`;
    await warehouse.execute({ sql: create }, options);
  }
  return relations;
}
