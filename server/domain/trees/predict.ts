import type { CompiledTrees } from './compile-model.ts';
import type { Frame } from './frame.ts';
import { type RowBlock, rowBlocks } from './row-blocks.ts';

/**
 * What the model says per row: a probability 0..1 (`share`, `log_odds`), or an amount in the label's
 * unit (`value`). Throws `invalid_value` where the frame lacks a feature.
 */
export function predict(compiled: CompiledTrees, frame: Frame): Float64Array {
  const { output } = compiled.model;
  const scores = predictScores(compiled, frame);
  return output === 'log_odds' ? scores.map((score) => 1 / (1 + Math.exp(-score))) : scores;
}

/** As `predict`, but for `log_odds` before the logistic function: what contributions sum to. */
export function predictScores(compiled: CompiledTrees, frame: Frame): Float64Array {
  const { output, base, trees } = compiled.model;
  const sums = new Float64Array(frame.rows);
  for (const block of rowBlocks(compiled.model, frame)) addTrees(sums, block, compiled);
  return sums.map((sum) => (output === 'share' ? sum / trees.length : base + sum));
}

function addTrees(sums: Float64Array, block: RowBlock, compiled: CompiledTrees): void {
  const { roots, feature, threshold, left, missingStep, value, model } = compiled;
  const width = model.features.length;
  for (const root of roots) {
    for (let row = 0; row < block.rows; row += 1) {
      let node = root;
      let split = feature[node] ?? -1;
      while (split >= 0) {
        const known = block.values[row * width + split] ?? Number.NaN;
        const child = left[node] ?? 0;
        const limit = threshold[node] ?? 0;
        if (known <= limit) node = child;
        else node = known > limit ? child + 1 : child + (missingStep[node] ?? 0);
        split = feature[node] ?? -1;
      }
      const at = block.first + row;
      sums[at] = (sums[at] ?? 0) + (value[node] ?? 0);
    }
  }
}
