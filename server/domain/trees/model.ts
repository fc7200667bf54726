/**
 * One binary tree as parallel arrays, node 0 the root. The children of a split node are `left` and
 * `left + 1`. A row goes left where its feature's value is at most the threshold.
 */
export interface TreeNodes {
  /** Index of the feature that a node splits by; -1 at a leaf. */
  readonly feature: readonly number[];
  /** 0 at a leaf. */
  readonly threshold: readonly number[];
  /** Index of the left child, above the node's own; 0 at a leaf. */
  readonly left: readonly number[];
  /** 1 where a missing value goes left, 0 where it goes right. */
  readonly missingLeft: readonly number[];
  /** What the tree would add if it ended here; at a leaf, what it adds. */
  readonly value: readonly number[];
}

/**
 * What the sum of a model's trees means. `share`: probability 0..1, the mean over the trees.
 * `log_odds`: base plus the sum, whose logistic function is the probability. `value`: base plus the
 * sum, in the label's unit.
 */
export type ModelOutput = 'share' | 'log_odds' | 'value';

/** A trained ensemble: plain JSON, all it takes to predict, explain, and write SQL. */
export interface TreeModel {
  readonly format: 1;
  readonly output: ModelOutput;
  readonly features: readonly string[];
  /** Added to the sum of the trees; 0 for `share`. */
  readonly base: number;
  /** Per feature, 0..1, sum 1: its part in the reduction of impurity; all 0 where no tree splits. */
  readonly importances: readonly number[];
  readonly trees: readonly TreeNodes[];
}

/** The threshold of a split that only asks whether a value is there: no finite value is above it. */
export const ANY_VALUE: number = Number.MAX_VALUE;
