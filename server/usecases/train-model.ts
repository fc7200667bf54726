import { WonderError } from '../domain/errors.ts';
import { drawOf } from '../domain/learning/draw-of.ts';
import { refusePublishing, refuseTraining } from '../domain/learning/publishing-gate.ts';
import { sampleRows } from '../domain/learning/row-sample.ts';
import type { TrainingJob } from '../domain/learning/training-job.ts';
import { kindOfModel, type ModelKind, snapshotDay } from '../domain/model-kinds.ts';
import { textOf } from '../domain/text-values.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import { TRAINING_SEED } from './learning-deps.ts';
import { ModelRegistry } from './model-registry.ts';
import type { RunDeps } from './run-deps.ts';
import { readTrainingTable } from './training-table.ts';

export interface TrainInput {
  readonly kind: ModelKind;
  /** The day D up to which anything is known, ISO. */
  readonly scoreDate: string;
  /** The run it belongs to; names the version. */
  readonly runId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What became of a training. */
export interface TrainOutcome {
  readonly kind: ModelKind;
  readonly version: string;
  /** Null: it is published. */
  readonly refusedBecause: string | null;
}

/**
 * Trains a model of a kind on what is known by a day, and puts it in use where it is better than what is
 * there. A refusal is an answer, and is written down with its reason. Rejects with `cancelled`, `bad_settings`
 * where no trainer is there, and as the warehouse does.
 */
export async function trainModel(deps: RunDeps, input: TrainInput): Promise<TrainOutcome> {
  const { kind, scoreDate, runId } = input;
  const { learning } = deps;
  if (learning === undefined) {
    throw new WonderError('bad_settings', { detail: 'Nothing trains models in this process.' });
  }
  const registry = new ModelRegistry(deps);
  const published = await registry.findPublished(kind);
  const job = await readJob(deps, input, learning.sampleRows);
  const reason = refuseTraining(kind, job.labels);
  const candidate =
    reason === null
      ? await learning.trainer.train({ ...job, published: published?.model ?? null }, input.signal)
      : null;
  const refusedBecause = candidate === null ? reason : refusePublishing(kind, candidate.figures);
  const version = `${kind}_${runId}`;
  await registry.add({
    version,
    kind,
    runId,
    snapshotDate: snapshotDay(kind, scoreDate),
    dataCutOff: scoreDate,
    seed: TRAINING_SEED,
    refusedBecause,
    figures: candidate?.figures ?? null,
    model: candidate?.model ?? null,
  });
  if (refusedBecause === null) await registry.publish(version);
  deps.logger.info('model trained', { version, refused_because: refusedBecause });
  return { kind, version, refusedBecause };
}

/** The training rows, streamed, of which at most a sample is kept. */
async function readJob(
  deps: RunDeps,
  { kind, scoreDate, signal }: TrainInput,
  most: number,
): Promise<Omit<TrainingJob, 'published'>> {
  const { features, baseline } = kindOfModel(kind);
  const columns = [...features, baseline, 'label'];
  const sample = sampleRows(columns.length + 1, most, TRAINING_SEED);
  const options = signal === undefined ? {} : { signal };
  const blocks = readTrainingTable(deps, { kind, scoreDate, ...options }, (relation) =>
    deps.warehouse.stream(
      { sql: `select wonder_id, ${columns.join(', ')} from ${relation} order by wonder_id` },
      options,
    ),
  );
  for await (const rows of blocks) {
    for (const row of rows) {
      const draw = drawOf(textOf(row, 'wonder_id'), TRAINING_SEED);
      sample.add([...columns.map((name) => numberIn(row, name)), draw]);
    }
  }
  const kept = sample.columns();
  return {
    kind,
    names: features,
    columns: kept.slice(0, features.length),
    baseline: kept[features.length] ?? new Float64Array(),
    labels: kept[features.length + 1] ?? new Float64Array(),
    draws: kept[features.length + 2] ?? new Float64Array(),
    seed: TRAINING_SEED,
  };
}

function numberIn(row: WarehouseRow, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : Number.NaN;
}
