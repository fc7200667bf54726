import { type BinnedFrame, binFrame } from './binned-frame.ts';
import type { Frame } from './frame.ts';
import { type GrownTree, growTree } from './grow-tree.ts';
import { checkBinaryLabels } from './labels.ts';
import type { TreeModel } from './model.ts';
import { type PackedTargets, unitFor, weightOf } from './packed-targets.ts';
import { createRandom, type Random } from './random.ts';
import { searchSomeFeatures } from './search-some-features.ts';
import { addGains, toShares, toTreeNodes } from './tree-nodes.ts';

/** A forest's settings. */
export interface ForestOptions {
  readonly trees: number;
  readonly depth: number;
  /** Distinct rows a node must have to be divided, at least 2. */
  readonly minRowsToSplit: number;
  readonly seed: number;
  /** Features drawn per split; default the whole part of the square root of their number. */
  readonly featuresPerSplit?: number;
}

/**
 * A random forest for labels 0 and 1 (Breiman, "Random Forests", 2001): each tree on a bootstrap sample,
 * by Gini impurity; the probability is the mean of the leaves' shares of 1. Same rows, options and seed:
 * the same model, to the bit. Rows of one class give a model that always answers that class. Throws
 * `invalid_value` for no rows or other labels.
 */
export function trainForest(
  frame: Frame,
  labels: ArrayLike<number>,
  options: ForestOptions,
): TreeModel {
  const checked = checkBinaryLabels(frame, labels);
  const binned = binFrame(frame);
  const random = createRandom(options.seed);
  const featuresPerSplit = Math.max(
    1,
    options.featuresPerSplit ?? Math.floor(Math.sqrt(frame.names.length)),
  );
  const targets = { values: new Float64Array(frame.rows), unit: unitFor(frame.rows) };
  const spare = new Int32Array(frame.rows);
  const importances = new Float64Array(frame.names.length);
  const trees = Array.from({ length: options.trees }, () => {
    bootstrap(targets, checked, random);
    const search = searchSomeFeatures({ binned, targets, featuresPerSplit, random });
    const tree = growTree(rootOf(binned, targets), search, { ...options, binned, spare });
    addImportances(importances, tree);
    return toTreeNodes(tree, sharesOf(tree, targets.unit));
  });
  const { names } = frame;
  return {
    format: 1,
    output: 'share',
    features: [...names],
    base: 0,
    importances: toShares(importances),
    trees,
  };
}

/** As many draws as rows, with replacement; a row weighs as often as it was drawn. */
function bootstrap({ values, unit }: PackedTargets, labels: Float64Array, random: Random): void {
  values.fill(0);
  for (let drawn = 0; drawn < labels.length; drawn += 1) {
    const row = random.below(labels.length);
    values[row] = (values[row] ?? 0) + unit + (labels[row] ?? 0);
  }
}

function rootOf({ rows: count }: BinnedFrame, { values }: PackedTargets) {
  const rows = new Int32Array(count);
  let end = 0;
  let total = 0;
  for (let row = 0; row < count; row += 1) {
    const value = values[row] ?? 0;
    if (value === 0) continue;
    rows[end] = row;
    end += 1;
    total += value;
  }
  return { rows, start: 0, end, depth: 0, total };
}

function sharesOf({ nodes }: GrownTree, unit: number): number[] {
  return nodes.map(({ total }) => {
    const weight = weightOf(total, unit);
    return (total - weight * unit) / weight;
  });
}

/** Each tree that splits counts alike, as in scikit-learn. */
function addImportances(into: Float64Array, tree: GrownTree): void {
  const gain = tree.splits.reduce((sum, split) => sum + (split?.gain ?? 0), 0);
  if (gain > 0) addGains(into, tree, 1 / gain);
}
