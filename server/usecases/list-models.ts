import { ALGORITHMS } from '../domain/learning/train-candidate.ts';
import { describeQuality } from './describe-model.ts';
import { readModelDrift } from './model-drift.ts';
import type { QueryRunner } from './query-runner.ts';
import { type TrainingRecord, toTrainingRecord } from './training-records.ts';

const MOST_MODELS = 200;

interface Question {
  readonly signal?: AbortSignal;
}

function inUse(records: readonly TrainingRecord[], kind: TrainingRecord['kind']): string | null {
  return records.find((record) => record.published && record.kind === kind)?.version ?? null;
}

/** Trained models, newest first, and trainings that gave none, with the reason. */
export async function listModels(deps: { readonly queries: QueryRunner }, { signal }: Question) {
  const options = signal === undefined ? {} : { signal };
  const [found, drift] = await Promise.all([
    deps.queries.rows('model_list', { binds: [MOST_MODELS], ...options }),
    readModelDrift(deps, options),
  ]);
  const records = found.map(toTrainingRecord);
  const items = records.flatMap((record) => {
    const quality = describeQuality(record);
    if (quality === null) return [];
    return {
      ...quality,
      published: record.published,
      published_at: record.publishedAt,
      can_publish: record.treesKept && !record.published,
      refused_because: record.refusedBecause,
      run_id: record.runId,
      algorithm: ALGORITHMS[record.kind],
      seed: record.seed,
      drift: drift.get(record.version) ?? null,
    };
  });
  return {
    items,
    total: items.length,
    next_cursor: null,
    published: { churn: inUse(records, 'churn'), ltv: inUse(records, 'ltv') },
    refusals: records
      .filter(({ figures }) => figures === null)
      .map(({ kind, trainedAt, runId, refusedBecause }) => ({
        kind,
        at: trainedAt,
        run_id: runId,
        reason: refusedBecause ?? '',
      })),
  };
}
