import type { CompiledTrees } from './compile-model.ts';
import type { Frame } from './frame.ts';
import { type RowBlock, rowBlocks } from './row-blocks.ts';

/** Why each row's score is what it is, in the unit of `predictScores`. */
export interface Contributions {
  /** The score of a row of which nothing is known: the same for all rows. */
  readonly base: number;
  /** Rows after each other, one number per feature in the model's order. */
  readonly values: Float64Array;
  readonly features: readonly string[];
}

/**
 * Path contributions (Saabas, "Interpreting random forests", 2014): each step from a node to its child
 * moves the expected value, and the move is credited to the feature that was asked. Base plus a row's
 * contributions is its score, to the rounding of the sum. For `log_odds` they are log-odds, not
 * probability. Throws `invalid_value` where the frame lacks a feature.
 */
export function explain(compiled: CompiledTrees, frame: Frame): Contributions {
  const { features, output, base, trees } = compiled.model;
  const divisor = output === 'share' ? Math.max(trees.length, 1) : 1;
  const values = new Float64Array(frame.rows * features.length);
  for (const block of rowBlocks(compiled.model, frame)) addPaths(values, block, compiled);
  let expected = 0;
  for (const root of compiled.roots) expected += compiled.value[root] ?? 0;
  return {
    base: base + expected / divisor,
    values: divisor === 1 ? values : values.map((each) => each / divisor),
    features,
  };
}

function addPaths(into: Float64Array, block: RowBlock, compiled: CompiledTrees): void {
  const { roots, feature, threshold, left, missingStep, value, model } = compiled;
  const width = model.features.length;
  for (const root of roots) {
    for (let row = 0; row < block.rows; row += 1) {
      const to = (block.first + row) * width;
      let node = root;
      let split = feature[node] ?? -1;
      while (split >= 0) {
        const known = block.values[row * width + split] ?? Number.NaN;
        const limit = threshold[node] ?? 0;
        const before = value[node] ?? 0;
        const child = left[node] ?? 0;
        if (known <= limit) node = child;
        else node = known > limit ? child + 1 : child + (missingStep[node] ?? 0);
        into[to + split] = (into[to + split] ?? 0) + (value[node] ?? 0) - before;
        split = feature[node] ?? -1;
      }
    }
  }
}
