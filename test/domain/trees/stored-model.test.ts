import { describe, expect, test } from 'vitest';
import { compileModel } from '../../../server/domain/trees/compile-model.ts';
import { createFrame } from '../../../server/domain/trees/frame.ts';
import { parseModel } from '../../../server/domain/trees/parse-model.ts';
import { predict } from '../../../server/domain/trees/predict.ts';
import { trainForest } from '../../../server/domain/trees/train-forest.ts';
import { inventRows } from './invented-rows.ts';

const { frame, labels } = inventRows(400);
const model = trainForest(frame, labels, { trees: 5, depth: 4, minRowsToSplit: 20, seed: 1 });

test('a model read back from its JSON is the same', () => {
  expect(parseModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
});

test('features are found by name, whatever the order', () => {
  const columns = frame.names.map((name, at) => [name, frame.columns[at] ?? []] as const);
  const turned = createFrame(columns.toReversed());
  const compiled = compileModel(model);
  expect(predict(compiled, turned)).toEqual(predict(compiled, frame));
  expect(() => predict(compiled, createFrame([['days', [1]]]))).toThrow('needs the feature score');
});

describe('a stored model of another shape is refused:', () => {
  const leaf = { feature: [-1], threshold: [0], left: [0], missingLeft: [0], value: [1] };
  const stump = {
    feature: [0, -1, -1],
    threshold: [0, 0, 0],
    left: [1, 0, 0],
    missingLeft: [0, 0, 0],
    value: [0, 1, 2],
  };
  test.each([
    ['not an object', []],
    ['not an object', { ...model, secret: 1 }],
    ['format', { ...model, format: 2 }],
    ['output', { ...model, output: 'odds' }],
    ['base', { ...model, base: null }],
    ['distinct names', { ...model, features: ['a', 'a', 'b', 'c'] }],
    ['importances', { ...model, importances: [1] }],
    ['no trees', { ...model, trees: [] }],
    ['not all lists are numbers', { ...model, trees: [{ ...leaf, value: ['1'] }] }],
    ['differ in length', { ...model, trees: [{ ...leaf, value: [1, 2] }] }],
    ['unknown feature', { ...model, trees: [{ ...stump, feature: [4, -1, -1] }] }],
    ['missingLeft', { ...model, trees: [{ ...stump, missingLeft: [2, 0, 0] }] }],
    ['tree 1: its nodes are no tree', { ...model, trees: [leaf, { ...stump, left: [0, 0, 0] }] }],
    ['no tree', { ...model, trees: [{ ...stump, left: [2, 0, 0] }] }],
    ['no tree', { ...model, trees: [{ ...stump, feature: [-1, -1, -1], left: [0, 0, 0] }] }],
  ])('%s', (because, json) => {
    expect(() => parseModel(json)).toThrow(because);
    expect(() => parseModel(json)).toThrow(expect.objectContaining({ code: 'bad_model' }));
  });
});
