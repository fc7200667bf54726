import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createFrame, type Frame, takeRows } from '../../../server/domain/trees/frame.ts';

/** Columns of the training tables that are no features. */
const NOT_FEATURES = new Set([
  'fan_sk',
  'wonder_id',
  'snapshot_date',
  'loyalty_tier',
  'churn_risk_score',
  'net_revenue_prior_365d',
  'label',
]);

export interface TrainingData {
  readonly frame: Frame;
  readonly labels: Float64Array;
}

/** A training table below test/golden/data: numbers without quotes, an empty field missing. */
export function readTrainingData(path: string): TrainingData {
  const file = join(import.meta.dirname, '../../golden/data', path);
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const rows = lines.map((line) => line.trim().split(','));
  const values = (at: number) =>
    rows.map((row) => (row[at] === '' || row[at] === undefined ? null : Number(row[at])));
  const names = head.trim().split(',');
  const features = names
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => !NOT_FEATURES.has(name))
    .map(({ name, at }) => [name, values(at)] as const);
  const labels = values(names.indexOf('label'));
  return { frame: createFrame(features), labels: Float64Array.from(labels, Number) };
}

/** Held out in a fold: every fifth row. */
export function takeFold({ frame, labels }: TrainingData, fold: number) {
  const take = (held: boolean): TrainingData => {
    const rows = Int32Array.from(labels.keys()).filter((row) => (row % 5 === fold) === held);
    return {
      frame: takeRows(frame, rows),
      labels: Float64Array.from(rows, (row) => labels[row] ?? 0),
    };
  };
  return { train: take(false), test: take(true) };
}
