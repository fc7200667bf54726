import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compileModel } from '../../server/domain/trees/compile-model.ts';
import { meanAbsoluteError } from '../../server/domain/trees/metrics/amount-errors.ts';
import { rankingAuc } from '../../server/domain/trees/metrics/ranking.ts';
import type { TreeModel } from '../../server/domain/trees/model.ts';
import { predict } from '../../server/domain/trees/predict.ts';
import { trainBoosting } from '../../server/domain/trees/train-boosting.ts';
import { trainForest } from '../../server/domain/trees/train-forest.ts';
import { readTrainingData, type TrainingData, takeFold } from '../domain/trees/training-data.ts';

const measured = z.object({ mean: z.record(z.string(), z.number()) });
const sets = z.record(z.string(), measured);
const reference = z
  .object({ forest: sets, boosting_log: sets, boosting_squared: sets })
  .parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../golden/data/trees/reference.json'), 'utf8'),
    ),
  );

/** As reference.py: held-out fifths, every row once per seed. */
const SEEDS = [1, 2, 3];
const FOLDS = [0, 1, 2, 3, 4];
const FILES: Readonly<Record<string, string>> = {
  small: 'small/expected_churn_training.csv.gz',
  churn_like: 'trees/churn_like.csv.gz',
  breast_cancer: 'trees/breast_cancer.csv.gz',
  demo: 'trees/demo_churn_training.csv.gz',
};

function meanOverFolds(
  data: TrainingData,
  train: (data: TrainingData, seed: number) => TreeModel,
  score: (labels: Float64Array, predictions: Float64Array) => number,
): number {
  const scores = SEEDS.flatMap((seed) =>
    FOLDS.map((fold) => {
      const { train: known, test: held } = takeFold(data, fold);
      return score(held.labels, predict(compileModel(train(known, seed)), held.frame));
    }),
  );
  return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

const auc = (labels: Float64Array, scores: Float64Array) => rankingAuc(labels, scores) ?? 0;

describe("against scikit-learn's numbers (test/golden/data/trees/reference.py)", () => {
  test.each(['small', 'churn_like', 'breast_cancer', 'demo'])(
    'a forest has its AUC within 0.003: %s',
    { timeout: 120_000 },
    (name) => {
      const forest = ({ frame, labels }: TrainingData, seed: number) =>
        trainForest(frame, labels, { trees: 100, depth: 10, minRowsToSplit: 50, seed });
      const ours = meanOverFolds(readTrainingData(FILES[name] ?? ''), forest, auc);
      const theirs = reference.forest[name]?.mean.auc ?? 0;
      expect(Math.abs(ours - theirs)).toBeLessThan(0.003);
    },
  );

  test('boosted classes have its AUC within 0.003', { timeout: 120_000 }, () => {
    const boosting = ({ frame, labels }: TrainingData, seed: number) =>
      trainBoosting(frame, labels, { ...BOOSTING, seed, loss: 'log' });
    const ours = meanOverFolds(readTrainingData(FILES.small ?? ''), boosting, auc);
    const theirs = reference.boosting_log.small?.mean.auc ?? 0;
    expect(Math.abs(ours - theirs)).toBeLessThan(0.003);
  });

  // One seed's error moves by as much as the limit, so means over folds and seeds are compared. Being
  // better is no fault: on few rows, bins overfit less than exact thresholds.
  test.each([
    ['small', 'small/expected_ltv_training.csv.gz'],
    ['demo', 'trees/demo_ltv_training.csv.gz'],
    ['diabetes', 'trees/diabetes.csv.gz'],
  ])(
    'boosted amounts have at most 0.3 % more absolute error: %s',
    { timeout: 240_000 },
    (name, file) => {
      const boosting = ({ frame, labels }: TrainingData, seed: number) =>
        trainBoosting(frame, labels, { ...BOOSTING, seed, loss: 'squared' });
      const ours = meanOverFolds(readTrainingData(file), boosting, meanAbsoluteError);
      const theirs = reference.boosting_squared[name]?.mean.mae ?? 0;
      expect(ours).toBeLessThan(theirs * 1.003);
    },
  );
});

const BOOSTING = { trees: 100, depth: 5, minRowsToSplit: 2, rate: 0.1 };
