import { expect, test } from 'vitest';
import { compileModel } from '../../../server/domain/trees/compile-model.ts';
import { createFrame } from '../../../server/domain/trees/frame.ts';
import { predict } from '../../../server/domain/trees/predict.ts';
import { trainForest } from '../../../server/domain/trees/train-forest.ts';
import { inventRows } from './invented-rows.ts';

const OPTIONS = { trees: 20, depth: 6, minRowsToSplit: 20, seed: 42 };

test('the same seed gives the same model, byte by byte; another seed another', () => {
  const { frame, labels } = inventRows(500);
  const model = (seed: number) => JSON.stringify(trainForest(frame, labels, { ...OPTIONS, seed }));
  expect(model(42)).toBe(model(42));
  expect(model(43)).not.toBe(model(42));
});

test('a tree asks about the feature that decides, and answers shares', () => {
  const x = Array.from({ length: 200 }, (_, row) => row);
  const frame = createFrame([['x', x]]);
  const model = trainForest(
    frame,
    x.map((value) => (value < 100 ? 0 : 1)),
    OPTIONS,
  );
  expect(model.importances).toEqual([1]);
  const asked = createFrame([['x', [0, 50, 150, 199]]]);
  expect([...predict(compileModel(model), asked)]).toEqual([0, 0, 1, 1]);
});

test('importances sum to 1, and a feature that says nothing has less than one that says much', () => {
  const { frame, labels } = inventRows(2000);
  const { importances, features } = trainForest(frame, labels, OPTIONS);
  expect(importances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  const of = (name: string) => importances[features.indexOf(name)] ?? 0;
  expect(of('days')).toBeGreaterThan(5 * of('noise'));
  expect(of('constant')).toBe(0);
});

test('too few rows to divide: every tree is one leaf, the share of its sample', () => {
  const frame = createFrame([['x', [1, 2, 3, 4]]]);
  const model = trainForest(frame, [0, 0, 1, 1], { ...OPTIONS, trees: 400 });
  expect(model.trees.every(({ feature }) => feature.length === 1)).toBe(true);
  // A sample's share has mean 1/2 and standard deviation 1/4; the mean of 400 is within 0.0625 of it.
  const [share = 0] = predict(compileModel(model), frame);
  expect(Math.abs(share - 0.5)).toBeLessThan(0.0625);
});

test('one class only: the model always answers it', () => {
  const { frame } = inventRows(100);
  for (const label of [0, 1]) {
    const model = trainForest(frame, new Array(100).fill(label), OPTIONS);
    expect(new Set(predict(compileModel(model), frame))).toEqual(new Set([label]));
  }
});

test('a split needs the least number of distinct rows', () => {
  const { frame, labels } = inventRows(300);
  const shallow = trainForest(frame, labels, { ...OPTIONS, depth: 1 });
  expect(Math.max(...shallow.trees.map(({ feature }) => feature.length))).toBe(3);
  // A bootstrap sample of 300 rows has about 190 distinct ones, and never 300.
  const none = trainForest(frame, labels, { ...OPTIONS, minRowsToSplit: 300 });
  expect(none.trees.every(({ feature }) => feature.length === 1)).toBe(true);
});

test('refuses what it cannot learn from', () => {
  const frame = createFrame([['x', [1, 2]]]);
  expect(() => trainForest(frame, [0, 3], OPTIONS)).toThrow('neither 0 nor 1');
  expect(() => trainForest(createFrame([['x', []]]), [], OPTIONS)).toThrow('no rows');
});
