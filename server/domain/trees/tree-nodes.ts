import type { GrownTree } from './grow-tree.ts';
import type { TreeNodes } from './model.ts';
import { roundValue } from './short-numbers.ts';

/** A grown tree as the model stores it, with one value per node, rounded to 9 significant digits. */
export function toTreeNodes({ splits, left }: GrownTree, values: readonly number[]): TreeNodes {
  return {
    feature: splits.map((split) => split?.feature ?? -1),
    threshold: splits.map((split) => split?.threshold ?? 0),
    left: [...left],
    missingLeft: splits.map((split) => (split?.missingLeft ? 1 : 0)),
    value: values.map(roundValue),
  };
}

/** Adds the gain of a tree's splits, times `factor`, to its features' sums. */
export function addGains(into: Float64Array, { splits }: GrownTree, factor: number): void {
  for (const split of splits) {
    if (split !== null) into[split.feature] = (into[split.feature] ?? 0) + split.gain * factor;
  }
}

/** Sums as shares of their total, sum 1; all 0 where the total is 0. */
export function toShares(sums: Float64Array): number[] {
  const total = sums.reduce((all, each) => all + each, 0);
  return Array.from(sums, (each) => (total > 0 ? each / total : 0));
}
