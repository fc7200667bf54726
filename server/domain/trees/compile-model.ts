import type { TreeModel } from './model.ts';

/** A model's trees one after the other in typed arrays: what predicting reads. */
export interface CompiledTrees {
  readonly model: TreeModel;
  /** Index of each tree's root. */
  readonly roots: Int32Array;
  /** Feature per node; -1 at a leaf. */
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  /** Left child, as an index into these arrays; the right one follows it. */
  readonly left: Int32Array;
  /** Added to `left` for a missing value: 0 or 1. */
  readonly missingStep: Uint8Array;
  readonly value: Float64Array;
}

/** Prepares a model for predicting. */
export function compileModel(model: TreeModel): CompiledTrees {
  const size = model.trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const compiled = {
    model,
    roots: new Int32Array(model.trees.length),
    feature: new Int32Array(size),
    threshold: new Float64Array(size),
    left: new Int32Array(size),
    missingStep: new Uint8Array(size),
    value: new Float64Array(size),
  };
  let root = 0;
  model.trees.forEach((tree, index) => {
    compiled.roots[index] = root;
    compiled.feature.set(tree.feature, root);
    compiled.threshold.set(tree.threshold, root);
    compiled.left.set(
      tree.left.map((child) => child + root),
      root,
    );
    compiled.missingStep.set(
      tree.missingLeft.map((goesLeft) => 1 - goesLeft),
      root,
    );
    compiled.value.set(tree.value, root);
    root += tree.feature.length;
  });
  return compiled;
}
