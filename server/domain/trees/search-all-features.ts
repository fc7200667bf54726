import type { BinnedFrame } from './binned-frame.ts';
import { findSplit, type Split } from './find-split.ts';
import { fillFrameHistogram } from './frame-histogram.ts';
import type { OpenNode, SplitSearch } from './grow-tree.ts';
import { BINS, type BinWords } from './histograms.ts';
import type { PackedTargets } from './packed-targets.ts';
import { type Random, shuffle } from './random.ts';

/** What the search looks at. */
export interface AllFeaturesInput {
  readonly binned: BinnedFrame;
  readonly words: BinWords;
  readonly targets: PackedTargets;
  readonly random: Random;
}

/**
 * The best split over all features, in an order drawn anew at each node: where several features divide
 * the rows alike, as they often do among few rows, each has its turn. Of two children only the smaller
 * is summed; the larger is the parent less its sibling (exact: see PackedTargets).
 */
export function searchAllFeatures({
  binned,
  words,
  targets,
  random,
}: AllFeaturesInput): SplitSearch<Float64Array> {
  const order = Int32Array.from(binned.columns.keys());
  const free: Float64Array[] = [];
  const take = () => free.pop() ?? new Float64Array(binned.columns.length * BINS);
  const fill = (node: OpenNode) => {
    const sums = take();
    fillFrameHistogram(sums, words, { ...node, values: targets.values });
    return sums;
  };
  return {
    root: fill,
    best(sums, { total }) {
      let best: Split | null = null;
      for (const feature of shuffle(order, random)) {
        const column = binned.columns[feature];
        if (column === undefined) continue;
        const histogram = { feature, column, sums, offset: feature * BINS, total };
        const better = findSplit({ ...histogram, unit: targets.unit }, gainOf(best));
        if (better !== null) best = better;
      }
      return best;
    },
    divide(sums, left, right) {
      const leftIsSmaller = left.end - left.start <= right.end - right.start;
      const small = fill(leftIsSmaller ? left : right);
      for (let at = 0; at < sums.length; at += 1) {
        sums[at] = (sums[at] ?? 0) - (small[at] ?? 0);
      }
      return leftIsSmaller ? [small, sums] : [sums, small];
    },
    release(sums) {
      free.push(sums);
    },
  };
}

function gainOf(split: Split | null): number {
  return split?.gain ?? 0;
}
