import { WonderError } from '../errors.ts';
import type { CalibrationBin } from '../trees/metrics/calibration.ts';
import { finiteNumbers, isFiniteNumber, recordOf } from '../trees/parse-values.ts';
import type { BaselineFigure, ModelFigures, ReferenceCounts } from './training-job.ts';

/** The figures of a model from parsed JSON. Throws `bad_model` for any other shape. */
export function parseFigures(json: unknown): ModelFigures {
  const record = object(json, [
    'rows',
    'held_out_rows',
    'class_balance',
    'metrics',
    'baselines',
    'published_figure',
    'calibration',
    'importances',
    'reference',
  ]);
  const metrics = object(record.metrics, ['auc', 'log_loss', 'brier', 'lift_at_10', 'mae', 'r2']);
  const reference = object(record.reference, ['features', 'predictions']);
  return {
    rows: number(record.rows),
    held_out_rows: number(record.held_out_rows),
    class_balance: numberOrNull(record.class_balance),
    metrics: {
      auc: numberOrNull(metrics.auc),
      log_loss: numberOrNull(metrics.log_loss),
      brier: numberOrNull(metrics.brier),
      lift_at_10: numberOrNull(metrics.lift_at_10),
      mae: numberOrNull(metrics.mae),
      r2: numberOrNull(metrics.r2),
    },
    baselines: list(record.baselines).map(baseline),
    published_figure: numberOrNull(record.published_figure),
    calibration: list(record.calibration).map(calibrationBin),
    importances: list(record.importances).map(importance),
    reference: {
      features: list(reference.features).map(counts),
      predictions: counts(reference.predictions),
    },
  };
}

function baseline(json: unknown): BaselineFigure {
  const { name, value } = object(json, ['name', 'value']);
  return { name: text(name), value: numberOrNull(value) };
}

function importance(json: unknown): { readonly name: string; readonly share: number } {
  const { name, share } = object(json, ['name', 'share']);
  return { name: text(name), share: number(share) };
}

function calibrationBin(json: unknown): CalibrationBin {
  const bin = object(json, ['from', 'to', 'rows', 'predicted', 'observed']);
  return {
    from: number(bin.from),
    to: number(bin.to),
    rows: number(bin.rows),
    predicted: numberOrNull(bin.predicted),
    observed: numberOrNull(bin.observed),
  };
}

function counts(json: unknown): ReferenceCounts {
  const record = object(json, ['name', 'edges', 'counts']);
  return {
    name: text(record.name),
    edges: finiteNumbers(record.edges) ?? refuse(),
    counts: finiteNumbers(record.counts) ?? refuse(),
  };
}

function object(json: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return recordOf(json, keys) ?? refuse();
}

function list(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : refuse();
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : refuse();
}

function number(json: unknown): number {
  return isFiniteNumber(json) ? json : refuse();
}

function numberOrNull(json: unknown): number | null {
  return json === null ? null : number(json);
}

function refuse(): never {
  throw new WonderError('bad_model', { detail: 'The stored figures of a model cannot be read.' });
}
