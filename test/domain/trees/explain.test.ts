import { describe, expect, test } from 'vitest';
import { compileModel } from '../../../server/domain/trees/compile-model.ts';
import { explain } from '../../../server/domain/trees/explain.ts';
import { createFrame, type Frame } from '../../../server/domain/trees/frame.ts';
import type { TreeModel } from '../../../server/domain/trees/model.ts';
import { predictScores } from '../../../server/domain/trees/predict.ts';
import { trainBoosting } from '../../../server/domain/trees/train-boosting.ts';
import { trainForest } from '../../../server/domain/trees/train-forest.ts';
import { inventRows } from './invented-rows.ts';

/** 40 on the whole; 15 for small a and 65 for large, there 60 or 70 by b. */
const MODEL: TreeModel = {
  format: 1,
  output: 'value',
  features: ['a', 'b'],
  base: 40,
  importances: [0.9, 0.1],
  trees: [
    {
      feature: [0, -1, 1, -1, -1],
      threshold: [2.5, 0, 0, 0, 0],
      left: [1, 0, 3, 0, 0],
      missingLeft: [1, 0, 0, 0, 0],
      value: [0, -25, 25, 20, 30],
    },
  ],
};

describe('contributions', () => {
  test('credit each step of the expected value to the feature that was asked', () => {
    const frame = createFrame([
      ['b', [-1, 1, 9]],
      ['a', [3, 3, null]],
    ]);
    const { base, values } = explain(compileModel(MODEL), frame);
    expect(base).toBe(40);
    expect([...values]).toEqual([25, -5, 25, 5, -25, 0]);
    expect([...predictScores(compileModel(MODEL), frame)]).toEqual([60, 70, 15]);
  });

  const { frame, labels } = inventRows(1500);
  const boosting = { trees: 30, depth: 4, minRowsToSplit: 2, rate: 0.1, seed: 1 };
  test.each([
    ['a forest', trainForest(frame, labels, { trees: 30, depth: 8, minRowsToSplit: 20, seed: 1 })],
    ['boosted classes', trainBoosting(frame, labels, { ...boosting, loss: 'log' })],
    ['boosted amounts', trainBoosting(frame, labels, { ...boosting, loss: 'squared' })],
  ])('sum to the score with the base, for every row: %s', (_, model) => {
    const fresh = inventRows(1100, 8).frame;
    expect(largestGap(model, fresh)).toBeLessThan(1e-12);
  });
});

function largestGap(model: TreeModel, frame: Frame): number {
  const compiled = compileModel(model);
  const { base, values, features } = explain(compiled, frame);
  const scores = predictScores(compiled, frame);
  return Math.max(
    ...Array.from(scores, (score, row) => {
      const own = values.subarray(row * features.length, (row + 1) * features.length);
      return Math.abs(own.reduce((sum, each) => sum + each, base) - score);
    }),
  );
}
