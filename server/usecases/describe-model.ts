import { baselineLabel, describeModel, featureLabel } from '../domain/learning/model-words.ts';
import type { TrainingRecord } from './training-records.ts';

/** A training as the API tells it; null where it ended before there was a model. */
export function describeQuality(record: TrainingRecord) {
  const { figures, kind } = record;
  if (figures === null) return null;
  return {
    version: record.version,
    kind,
    trained_at: record.trainedAt,
    snapshot_date: record.snapshotDate,
    data_cut_off: record.dataCutOff,
    rows: figures.rows,
    held_out_rows: figures.held_out_rows,
    class_balance: figures.class_balance,
    metrics: figures.metrics,
    baselines: figures.baselines.map(({ name, value }) => ({
      name,
      label: baselineLabel(name),
      metric: kind === 'churn' ? 'auc' : 'mae',
      value,
    })),
    calibration: figures.calibration,
    importances: figures.importances
      .map(({ name, share }) => ({ feature: name, label: featureLabel(name), share }))
      .sort((one, other) => other.share - one.share),
    text: describeModel(kind, figures),
  };
}
