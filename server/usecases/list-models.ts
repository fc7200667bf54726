import { driftLevel } from '../domain/learning/drift.ts';
import { featureLabel } from '../domain/learning/model-words.ts';
import { ALGORITHMS } from '../domain/learning/train-candidate.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf, type Values } from '../domain/values.ts';
import { describeQuality } from './describe-model.ts';
import type { QueryRunner } from './query-runner.ts';
import { type TrainingRecord, toTrainingRecord } from './training-records.ts';

const MOST_MODELS = 200;

interface Question {
  readonly signal?: AbortSignal;
}

function driftOf(rows: readonly Values[], version: string) {
  const measured = rows
    .filter((row) => row.version === version)
    .map((row) => ({ row, psi: numberOf(row, 'psi') }));
  const [first] = measured;
  if (first === undefined) return null;
  const told = measured.map(({ row, psi }) => ({
    feature: textOf(row, 'feature'),
    label: featureLabel(textOf(row, 'feature')),
    psi,
    level: driftLevel(psi),
  }));
  const largest = Math.max(...told.map(({ psi }) => psi));
  const predictions = told.find(({ feature }) => feature === 'predictions');
  return {
    run_id: textOf(first.row, 'run_id'),
    score_date: textOf(first.row, 'score_date'),
    level: driftLevel(largest),
    features: told
      .filter(({ feature }) => feature !== 'predictions')
      .sort((one, other) => other.psi - one.psi),
    predictions: { psi: predictions?.psi ?? 0, level: predictions?.level ?? driftLevel(0) },
  };
}

function inUse(records: readonly TrainingRecord[], kind: TrainingRecord['kind']): string | null {
  return records.find((record) => record.published && record.kind === kind)?.version ?? null;
}

/** Trained models, newest first, and trainings that gave none, with the reason. */
export async function listModels(
  { queries }: { readonly queries: QueryRunner },
  { signal }: Question,
) {
  const options = signal === undefined ? {} : { signal };
  const [found, drift] = await Promise.all([
    queries.rows('model_list', { binds: [MOST_MODELS], ...options }),
    queries.rows('model_drift', { binds: [], ...options }),
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
      drift: driftOf(drift, record.version),
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
