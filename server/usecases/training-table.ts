import { type ModelKind, snapshotDay } from '../domain/model-kinds.ts';
import { runAlone } from '../modeling/run-alone.ts';
import { placesOf } from '../modeling/run-places.ts';
import type { RunDeps } from './run-deps.ts';

/** Which training data. */
export interface TrainingTableInput {
  readonly kind: ModelKind;
  /** The day D up to which anything is known, ISO. */
  readonly scoreDate: string;
  readonly signal?: AbortSignal;
}

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'ids'>;

/**
 * Works out the training table of a kind of model as of a day, in a work schema of its own, and gives its
 * full name to `read`; the schema is dropped when that is done, however it ends.
 */
export async function* readTrainingTable<T>(
  { warehouse, project, ids }: Deps,
  { kind, scoreDate, signal }: TrainingTableInput,
  read: (relation: string) => AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const runId = `training_${kind}_${ids.next(8)}`;
  try {
    const relations = await runAlone(
      { project, warehouse },
      {
        targets: [`${kind}_training`],
        vars: {
          as_of: snapshotDay(kind, scoreDate),
          run_id: runId,
          calculated_at: '1970-01-01 00:00:00',
          previous_run_id: 'none',
          population: 'snapshot',
          known_until: scoreDate,
        },
        ...(signal === undefined ? {} : { signal }),
      },
    );
    yield* read(relations.ref(`${kind}_training`));
  } finally {
    const { work } = placesOf(runId, warehouse.scratch);
    await warehouse.execute({ sql: `drop schema if exists ${work} cascade` });
  }
}
