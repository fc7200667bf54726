/** Of a normal distribution: its standard deviation over its median absolute deviation, 1 / 0.67449. */
const MAD_TO_SIGMA = 1.482602218505602;
/** Of a normal distribution: its standard deviation over its mean absolute deviation, sqrt(pi / 2). */
const MEAN_AD_TO_SIGMA = 1.2533141373155003;

/** The middle value, or the mean of the two middle ones. NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** Where a value stands among comparable ones. */
export interface RobustZ {
  readonly median: number;
  /** Median absolute deviation, unscaled, in the unit of the values. */
  readonly mad: number;
  /** What stands for the standard deviation, in the unit of the values. */
  readonly scale: number;
  readonly z: number;
}

/**
 * The modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993): the distance from
 * the median over 1.4826 times the median absolute deviation. Where that is 0 (most values alike), over
 * 1.2533 times the mean absolute deviation, as they propose. The scale is never below `leastScale`, so that
 * among values that hardly differ a small difference is no sensation. Undefined without values, and where
 * all of them are alike and `leastScale` is 0.
 */
export function robustZ(
  value: number,
  { among, leastScale = 0 }: { readonly among: readonly number[]; readonly leastScale?: number },
): RobustZ | undefined {
  if (among.length === 0) return undefined;
  const middle = median(among);
  const distances = among.map((each) => Math.abs(each - middle));
  const mad = median(distances);
  const meanDistance = distances.reduce((sum, each) => sum + each, 0) / distances.length;
  const own = mad > 0 ? MAD_TO_SIGMA * mad : MEAN_AD_TO_SIGMA * meanDistance;
  const scale = Math.max(own, leastScale);
  if (!(scale > 0)) return undefined;
  return { median: middle, mad, scale, z: (value - middle) / scale };
}
