/** A bin without rows counts as this share, or its logarithm would be infinite. */
const LEAST_SHARE = 0.0001;

/**
 * Upper ends of at most ten bins of about equal counts in the values of the time of training, ascending
 * and distinct, without the last bin's, which is open. NaN is left out.
 */
export function stabilityEdges(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const edges: number[] = [];
  for (let tenth = 1; tenth < 10; tenth += 1) {
    const edge = sorted[Math.ceil((sorted.length * tenth) / 10) - 1];
    if (edge !== undefined && edge !== edges.at(-1) && edge < (sorted.at(-1) ?? 0)) {
      edges.push(edge);
    }
  }
  return edges;
}

/** Rows per bin of `stabilityEdges`, the open bin next to last, missing values (NaN) last. */
export function stabilityCounts(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    const above = edges.findIndex((edge) => value <= edge);
    const known = above < 0 ? edges.length : above;
    const bin = Number.isNaN(value) ? edges.length + 1 : known;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/**
 * Population stability index of two counts over the same bins: the sum of (a - e) ln(a / e) of their
 * shares, a share of 0 counting as 0.0001. Below 0.1 nothing moved, from 0.25 on much did (the usual
 * reading, Siddiqi, "Credit Risk Scorecards", 2006). 0 where either has no rows.
 */
export function populationStability(
  expected: readonly number[],
  actual: readonly number[],
): number {
  const expectedRows = expected.reduce((sum, each) => sum + each, 0);
  const actualRows = actual.reduce((sum, each) => sum + each, 0);
  if (expectedRows === 0 || actualRows === 0) return 0;
  return expected.reduce((sum, count, bin) => {
    const now = actual[bin] ?? 0;
    if (count === 0 && now === 0) return sum;
    const was = Math.max(count / expectedRows, LEAST_SHARE);
    const is = Math.max(now / actualRows, LEAST_SHARE);
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}
