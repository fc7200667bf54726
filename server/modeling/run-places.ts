import type { Warehouse } from '../ports/warehouse.ts';
import type { CompiledProject } from './compiled.ts';
import type { Relations } from './render.ts';

/** Where the relations of a run are. */
export interface RunPlaces {
  /** Schema of the run's own tables; dropped when the run ends, however it ends. */
  readonly work: string;
  /** Before the schemas of landing tables and marts; empty where they are in the same database. */
  readonly home: string;
  /** Marts too are in the work schema: nothing of the run is kept. */
  readonly alone?: boolean;
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
    nodes
      .filter((node) => node.materialized === 'incremental' && places.alone !== true)
      .map((node) => node.file.name),
  );
  return {
    ref: (name) =>
      permanent.has(name) ? `${places.home}${analytics_schema}.${name}` : `${places.work}.${name}`,
    source: (_source, table) => `${places.home}${landing_schema}.${table}`,
  };
}

/** For reads of marts alone, which belong to no run. */
export const NO_RUN: RunPlaces = { work: 'work', home: '' };
