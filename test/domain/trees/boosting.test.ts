import { describe, expect, test } from 'vitest';
import { compileModel } from '../../../server/domain/trees/compile-model.ts';
import { createFrame } from '../../../server/domain/trees/frame.ts';
import { ANY_VALUE } from '../../../server/domain/trees/model.ts';
import { predict } from '../../../server/domain/trees/predict.ts';
import { trainBoosting } from '../../../server/domain/trees/train-boosting.ts';

const STUMP = {
  trees: 1,
  depth: 1,
  minRowsToSplit: 2,
  rate: 1,
  seed: 42,
  loss: 'squared',
} as const;

function train(x: (number | null)[], y: number[], options: object = {}) {
  const frame = createFrame([['x', x]]);
  const model = trainBoosting(frame, y, { ...STUMP, ...options });
  return { model, predicted: [...predict(compileModel(model), frame)] };
}

describe('squared loss', () => {
  test('splits where the squares fall most and answers the means', () => {
    const { model, predicted } = train([1, 2, 3, 4], [10, 20, 60, 70]);
    expect(model.base).toBe(40);
    expect(model.trees[0]).toEqual({
      feature: [0, -1, -1],
      threshold: [2.5, 0, 0],
      left: [1, 0, 0],
      missingLeft: [0, 0, 0],
      value: [0, -25, 25],
    });
    expect(predicted).toEqual([15, 15, 65, 65]);
  });

  test('a rate of 0.1 goes a tenth of the way, twice', () => {
    // The first tree moves by 2.5 of 25, the second by 2.25 of the 22.5 that are left.
    const { predicted } = train([1, 2, 3, 4], [15, 15, 65, 65], { rate: 0.1, trees: 2 });
    expect(predicted).toEqual([35.25, 35.25, 44.75, 44.75]);
  });

  test('deeper trees split again', () => {
    const { predicted } = train([1, 2, 3, 4], [10, 20, 60, 90], { depth: 2 });
    expect(predicted).toEqual([10, 20, 60, 90]);
  });

  test('a node below the least rows stays a leaf', () => {
    const { predicted } = train([1, 2, 3, 4], [10, 20, 60, 90], { depth: 2, minRowsToSplit: 3 });
    expect(predicted).toEqual([15, 15, 75, 75]);
  });
});

describe('log loss', () => {
  test('starts from the log-odds and takes Newton steps', () => {
    // p = 0.75: residuals -0.75, 0.25 | 0.25, 0.25; curvature 0.1875 each; steps -0.5/0.375, 0.5/0.375.
    const { model, predicted } = train([0, 0, 1, 1], [0, 1, 1, 1], { loss: 'log', rate: 0.1 });
    expect(model.base).toBeCloseTo(Math.log(3), 12);
    expect(model.trees[0]?.value).toEqual([0, -0.133333333, 0.133333333]);
    expect(predicted[0]).toBeCloseTo(1 / (1 + Math.exp(0.133333333) / 3), 12);
  });

  test('refuses one class and labels that are none', () => {
    const one = () => train([1, 2], [1, 1], { loss: 'log' });
    expect(one).toThrow(expect.objectContaining({ code: 'invalid_value' }));
    expect(() => train([1, 2], [0, 2], { loss: 'log' })).toThrow('neither 0 nor 1');
  });
});

describe('a missing value', () => {
  test('goes to the side that fits it', () => {
    const right = train([1, 2, 9, null], [0, 0, 8, 8]);
    expect(right.model.trees[0]).toMatchObject({ threshold: [6, 0, 0], missingLeft: [0, 0, 0] });
    expect(right.predicted).toEqual([0, 0, 8, 8]);
    const left = train([1, 2, 9, null], [0, 0, 8, 0]);
    expect(left.model.trees[0]).toMatchObject({ threshold: [6, 0, 0], missingLeft: [1, 0, 0] });
    expect(left.predicted).toEqual([0, 0, 8, 0]);
  });

  test('can be the whole difference', () => {
    const { model, predicted } = train([1, 2, null, null], [0, 0, 10, 10]);
    expect(model.trees[0]?.threshold[0]).toBe(ANY_VALUE);
    expect(predicted).toEqual([0, 0, 10, 10]);
  });

  test('follows the heavier child where training had none', () => {
    const { model } = train([1, 2, 3], [0, 0, 9]);
    const missing = createFrame([['x', [null]]]);
    expect([...predict(compileModel(model), missing)]).toEqual([0]);
  });
});

test('among equal labels, or on a constant feature, nothing splits', () => {
  expect(train([1, 2, 3], [7, 7, 7]).model.trees[0]?.feature).toEqual([-1]);
  const { model, predicted } = train([5, 5, 5], [1, 2, 6]);
  expect(model.trees[0]?.feature).toEqual([-1]);
  expect(model.importances).toEqual([0]);
  expect(predicted).toEqual([3, 3, 3]);
});

test('a feature that is always missing changes nothing', () => {
  expect(train([null, null], [1, 3]).predicted).toEqual([2, 2]);
});

test('importances are shares of the squares that each feature removed', () => {
  // a removes 4 * 50^2 = 10,000 at the root, b 10^2 / 2 = 50 in each of the two halves below it.
  const frame = createFrame([
    ['a', [0, 0, 1, 1]],
    ['b', [0, 1, 0, 1]],
  ]);
  const model = trainBoosting(frame, [0, 10, 100, 110], { ...STUMP, depth: 2 });
  expect(model.importances[0]).toBeCloseTo(10_000 / 10_100, 6);
  expect(model.importances[1]).toBeCloseTo(100 / 10_100, 6);
});

test('nothing to learn from, or not one label per row, is refused', () => {
  expect(() => train([], [])).toThrow('no rows');
  expect(() => train([1, 2], [1])).toThrow('1 labels for 2 rows');
  expect(() => train([1], [Number.NaN])).toThrow('not a finite number');
});
