import type { ModelKind } from '../model-kinds.ts';
import { compileModel } from '../trees/compile-model.ts';
import { createFrame, type Frame, takeRows } from '../trees/frame.ts';
import { meanAbsoluteError, rSquared } from '../trees/metrics/amount-errors.ts';
import { calibrationBins } from '../trees/metrics/calibration.ts';
import { stabilityCounts, stabilityEdges } from '../trees/metrics/population-stability.ts';
import { brierScore, logLoss } from '../trees/metrics/probability-errors.ts';
import { liftAt, rankingAuc } from '../trees/metrics/ranking.ts';
import type { TreeModel } from '../trees/model.ts';
import { predict } from '../trees/predict.ts';
import { splitRows } from '../trees/split-rows.ts';
import { trainBoosting } from '../trees/train-boosting.ts';
import { trainForest } from '../trees/train-forest.ts';
import type { BaselineFigure, Candidate, ReferenceCounts, TrainingJob } from './training-job.ts';

const FOREST = { trees: 100, depth: 10, minRowsToSplit: 50 } as const;
const BOOSTING = {
  trees: 100,
  depth: 5,
  minRowsToSplit: 2,
  rate: 0.1,
  loss: 'squared',
} as const;
const DECILE = 0.1;

/** What kind of learning a kind of model is, in words. */
export const ALGORITHMS: Readonly<Record<ModelKind, string>> = {
  churn: 'random forest, 100 trees, depth 10, at least 50 rows to split',
  ltv: 'gradient-boosted trees, 100 trees, depth 5, rate 0.1',
};

/**
 * Learns from four fifths of the rows and judges by the fifth that is held out (for churn a fifth of each
 * class). The same job gives the same model, to the bit. Throws `invalid_value` for no rows or wrong labels.
 */
export function trainCandidate(job: TrainingJob): Candidate {
  const frame = createFrame(job.names.map((name, at) => [name, job.columns[at] ?? []]));
  const classes = job.kind === 'churn' ? job.labels : new Uint8Array(frame.rows);
  const { train, test } = splitRows(classes, job.draws);
  const model = learn(job, takeRows(frame, train), take(job.labels, train));
  const held = {
    frame: takeRows(frame, test),
    labels: take(job.labels, test),
    baseline: take(job.baseline, test),
  };
  const answers = answer(job.kind, model, held.frame);
  return {
    model,
    figures: {
      rows: frame.rows,
      held_out_rows: test.length,
      class_balance: job.kind === 'churn' ? mean(job.labels) : null,
      ...judge(job.kind, held, answers),
      published_figure:
        job.published === null
          ? null
          : decisive(job.kind, held.labels, answer(job.kind, job.published, held.frame)),
      importances: model.features.map((name, at) => ({ name, share: model.importances[at] ?? 0 })),
      reference: {
        features: frame.names.map((name, at) => reference(name, frame.columns[at] ?? [])),
        predictions: reference('predictions', answers),
      },
    },
  };
}

function learn({ kind, seed }: TrainingJob, frame: Frame, labels: Float64Array): TreeModel {
  return kind === 'churn'
    ? trainForest(frame, labels, { ...FOREST, seed })
    : trainBoosting(frame, labels, { ...BOOSTING, seed });
}

/** What is shown of a prediction: an expected revenue is at least 0. */
function answer(kind: ModelKind, model: TreeModel, frame: Frame): Float64Array {
  const predicted = predict(compileModel(model), frame);
  return kind === 'churn' ? predicted : predicted.map((value) => Math.max(0, value));
}

interface HeldOut {
  readonly frame: Frame;
  readonly labels: Float64Array;
  readonly baseline: Float64Array;
}

function judge(kind: ModelKind, held: HeldOut, answers: Float64Array) {
  const { labels } = held;
  const isChurn = kind === 'churn';
  return {
    metrics: {
      auc: isChurn ? rankingAuc(labels, answers) : null,
      log_loss: isChurn ? logLoss(labels, answers) : null,
      brier: isChurn ? brierScore(labels, answers) : null,
      lift_at_10: isChurn ? liftAt(labels, answers, DECILE) : null,
      mae: isChurn ? null : meanAbsoluteError(labels, answers),
      r2: isChurn ? null : rSquared(labels, answers),
    },
    baselines: baselinesOf(kind, held),
    calibration: isChurn ? calibrationBins(labels, answers) : [],
  };
}

function baselinesOf(kind: ModelKind, { frame, labels, baseline }: HeldOut): BaselineFigure[] {
  if (kind === 'ltv') {
    return [{ name: 'net_revenue_prior_365d', value: meanAbsoluteError(labels, baseline) }];
  }
  const silence = frame.columns[frame.names.indexOf('days_since_last_engagement')] ?? [];
  return [
    { name: 'churn_risk_score', value: rankingAuc(labels, baseline) },
    { name: 'days_since_last_engagement', value: rankingAuc(labels, silence) },
  ];
}

/** The figure that decides whether a model is published. */
function decisive(kind: ModelKind, labels: Float64Array, answers: Float64Array): number | null {
  return kind === 'churn' ? rankingAuc(labels, answers) : meanAbsoluteError(labels, answers);
}

function reference(name: string, values: ArrayLike<number>): ReferenceCounts {
  const edges = stabilityEdges(values);
  return { name, edges, counts: stabilityCounts(values, edges) };
}

function take(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
