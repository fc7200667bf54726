import { type BinnedColumn, MISSING_BIN } from './binned-frame.ts';
import { ANY_VALUE } from './model.ts';
import { thresholdBetween } from './short-numbers.ts';

/** How a node divides: bins up to `bin` go left. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
  /**
   * By how much the sum of squared deviations of the targets from their mean falls; for targets 0 and 1
   * that is half the fall of the Gini impurity, times the rows.
   */
  readonly gain: number;
  /** Packed sum of the rows that go left. */
  readonly leftSum: number;
}

/** A node's rows in one feature. */
export interface FeatureHistogram {
  readonly feature: number;
  readonly column: BinnedColumn;
  /** Packed sums per bin: 256 numbers from `offset`. */
  readonly sums: Float64Array;
  readonly offset: number;
  /** Packed sum over all bins. */
  readonly total: number;
  readonly unit: number;
}

interface Candidate {
  bin: number;
  missingLeft: boolean;
  gain: number;
  leftSum: number;
}

/**
 * The split of one feature with the largest gain above `atLeast`, the lowest bin winning a tie; null
 * without one. Missing values are tried on both sides; where there are none, they will follow the
 * heavier child. Least squares as in Breiman et al., "Classification and Regression Trees" (1984).
 */
export function findSplit(node: FeatureHistogram, atLeast: number): Split | null {
  const missing = node.sums[node.offset + MISSING_BIN] ?? 0;
  const best: Candidate = { bin: -1, missingLeft: false, gain: atLeast, leftSum: 0 };
  scan(node, { start: 0, missingLeft: false }, best);
  if (missing > 0) scan(node, { start: missing, missingLeft: true }, best);
  if (best.bin < 0) return null;
  const { bin, gain, leftSum } = best;
  const heavierLeft = leftSum > node.total - leftSum;
  return {
    feature: node.feature,
    bin,
    threshold: thresholdAfter(node, bin),
    missingLeft: missing > 0 ? best.missingLeft : heavierLeft,
    gain,
    leftSum,
  };
}

/** True where all rows share one bin, so that no split of the feature divides them. */
export function isConstant({ sums, offset, total }: FeatureHistogram): boolean {
  for (let bin = 0; bin <= MISSING_BIN; bin += 1) {
    const sum = sums[offset + bin] ?? 0;
    if (sum !== 0) return sum === total;
  }
  return true;
}

function scan(
  { sums, offset, column, total, unit }: FeatureHistogram,
  { start, missingLeft }: { readonly start: number; readonly missingLeft: boolean },
  best: Candidate,
): void {
  const weight = Math.round(total / unit);
  const target = total - weight * unit;
  const end = offset + column.highs.length;
  let left = start;
  for (let at = offset; at < end; at += 1) {
    const sum = sums[at] ?? 0;
    if (sum === 0) continue;
    left += sum;
    if (left === total) return;
    const leftWeight = Math.round(left / unit);
    const leftTarget = left - leftWeight * unit;
    const rightWeight = weight - leftWeight;
    const apart = leftTarget / leftWeight - (target - leftTarget) / rightWeight;
    const gain = ((apart * apart * leftWeight) / weight) * rightWeight;
    if (gain > best.gain) {
      best.bin = at - offset;
      best.missingLeft = missingLeft;
      best.gain = gain;
      best.leftSum = left;
    }
  }
}

/** Between the bin and the next one that has rows in this node. */
function thresholdAfter({ sums, offset, column }: FeatureHistogram, bin: number): number {
  for (let next = bin + 1; next < column.lows.length; next += 1) {
    if ((sums[offset + next] ?? 0) !== 0) {
      return thresholdBetween(column.highs[bin] ?? 0, column.lows[next] ?? 0);
    }
  }
  return ANY_VALUE;
}
