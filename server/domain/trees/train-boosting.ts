import { binFrame } from './binned-frame.ts';
import { LOG_LOSS, SQUARED_LOSS } from './boosting-loss.ts';
import type { Frame } from './frame.ts';
import { growTree } from './grow-tree.ts';
import { packBins } from './histograms.ts';
import { checkBinaryLabels, checkLabels } from './labels.ts';
import { addSteps, leafSteps } from './leaf-steps.ts';
import type { TreeModel } from './model.ts';
import { packReals, unitFor } from './packed-targets.ts';
import { createRandom } from './random.ts';
import { searchAllFeatures } from './search-all-features.ts';
import { addGains, toShares, toTreeNodes } from './tree-nodes.ts';

/** Settings of boosting. */
export interface BoostingOptions {
  readonly trees: number;
  readonly depth: number;
  /** Rows a node must have to be divided, at least 2. */
  readonly minRowsToSplit: number;
  /** Learning rate, above 0, at most 1. */
  readonly rate: number;
  /** Decides between features that divide a node's rows alike. */
  readonly seed: number;
  /** `squared` predicts amounts in the label's unit; `log` predicts the probability of label 1. */
  readonly loss: 'squared' | 'log';
}

/**
 * Gradient boosting (Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001): every
 * tree is fitted to what the ones before left over, by least squares. Same rows, options and
 * seed: the same model, to the bit. Throws `invalid_value` for no rows, wrong labels, one class only under log loss.
 */
export function trainBoosting(
  frame: Frame,
  labels: ArrayLike<number>,
  options: BoostingOptions,
): TreeModel {
  const loss = options.loss === 'log' ? LOG_LOSS : SQUARED_LOSS;
  const checked =
    options.loss === 'log' ? checkBinaryLabels(frame, labels) : checkLabels(frame, labels);
  const base = loss.base(checked);
  const scores = new Float64Array(frame.rows).fill(base);
  const residuals = new Float64Array(frame.rows);
  const importances = new Float64Array(frame.names.length);
  const grow = treeGrower(frame, options);
  const trees = Array.from({ length: options.trees }, () => {
    loss.residuals(checked, scores, residuals);
    const { tree, scale } = grow(residuals);
    const steps = leafSteps(tree, { residuals, loss, rate: options.rate });
    addSteps(scores, tree, steps);
    if (scale > 0) addGains(importances, tree, 1 / scale / scale);
    return toTreeNodes(tree, steps);
  });
  return {
    format: 1,
    output: loss.output,
    features: [...frame.names],
    base,
    importances: toShares(importances),
    trees,
  };
}

/** Grows trees on one frame, sharing the memory between them. */
function treeGrower(frame: Frame, options: BoostingOptions) {
  const binned = binFrame(frame);
  const random = createRandom(options.seed);
  const targets = { values: new Float64Array(frame.rows), unit: unitFor(frame.rows) };
  const search = searchAllFeatures({ binned, words: packBins(binned), targets, random });
  const spare = new Int32Array(frame.rows);
  const all = Int32Array.from({ length: frame.rows }, (_, row) => row);
  const rows = new Int32Array(frame.rows);
  return (residuals: Float64Array) => {
    const { scale, total } = packReals(residuals, targets);
    rows.set(all);
    const root = { rows, start: 0, end: rows.length, depth: 0, total };
    return { tree: growTree(root, search, { ...options, binned, spare }), scale };
  };
}
