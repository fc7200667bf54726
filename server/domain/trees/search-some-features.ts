import type { BinnedFrame } from './binned-frame.ts';
import { findSplit, isConstant, type Split } from './find-split.ts';
import type { OpenNode, SplitSearch } from './grow-tree.ts';
import { BINS, fillColumnHistogram } from './histograms.ts';
import type { PackedTargets } from './packed-targets.ts';
import type { Random } from './random.ts';

/** What the search looks at. */
export interface SomeFeaturesInput {
  readonly binned: BinnedFrame;
  readonly targets: PackedTargets;
  /** Features drawn per node, at least 1. */
  readonly featuresPerSplit: number;
  readonly random: Random;
}

/**
 * The best split over features drawn anew at each node, without repetition. As in scikit-learn, features
 * that are constant in the node count as drawn, but drawing goes on until one was not constant.
 */
export function searchSomeFeatures(input: SomeFeaturesInput): SplitSearch<null> {
  const { binned, targets, featuresPerSplit, random } = input;
  const features = Int32Array.from(binned.columns.keys());
  const sums = new Float64Array(BINS);

  function best(_: null, node: OpenNode): Split | null {
    let found: Split | null = null;
    let varied = 0;
    for (let drawn = 0; drawn < features.length; drawn += 1) {
      if (drawn >= featuresPerSplit && varied > 0) break;
      const other = drawn + random.below(features.length - drawn);
      const feature = features[other] ?? 0;
      features[other] = features[drawn] ?? 0;
      features[drawn] = feature;
      const column = binned.columns[feature];
      if (column === undefined) continue;
      fillColumnHistogram(sums, column, { ...node, values: targets.values });
      const { total } = node;
      const histogram = { feature, column, sums, offset: 0, total, unit: targets.unit };
      if (isConstant(histogram)) continue;
      varied += 1;
      const better = findSplit(histogram, gainOf(found));
      if (better !== null) found = better;
    }
    return found;
  }

  return { root: () => null, best, divide: () => [null, null], release: () => undefined };
}

function gainOf(split: Split | null): number {
  return split?.gain ?? 0;
}
