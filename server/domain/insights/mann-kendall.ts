import { median } from './robust-z.ts';

/** |error| < 1.5e-7: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return polynomial * Math.exp(-x * x);
}

/** The median slope over all pairs of values, per step (Theil 1950, Sen 1968). 0 below two values. */
export function theilSenSlope(values: readonly number[]): number {
  const slopes: number[] = [];
  values.forEach((from, i) => {
    for (let j = i + 1; j < values.length; j++) slopes.push(((values[j] ?? from) - from) / (j - i));
  });
  return slopes.length === 0 ? 0 : median(slopes);
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** The autocorrelation of a series at each lag from 1; 0 everywhere for a constant one. */
function autocorrelations(values: readonly number[]): number[] {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const off = values.map((each) => each - mean);
  const whole = off.reduce((sum, each) => sum + each * each, 0);
  if (whole === 0) return [];
  return Array.from({ length: values.length - 1 }, (_, index) => {
    const lag = index + 1;
    const products = off.slice(lag).map((each, i) => each * (off[i] ?? 0));
    return products.reduce((sum, each) => sum + each, 0) / whole;
  });
}

/**
 * How many times larger the variance of S is because days resemble the days before them: Hamed and Rao (A
 * modified Mann-Kendall trend test for autocorrelated data, Journal of Hydrology 204, 1998), from the
 * autocorrelations of the ranks of what the slope leaves over, significant ones only (|r| > 1.96 / sqrt(n)).
 * Never below 1: a series that swings to and fro is not taken for a surer trend.
 */
function varianceFactor(values: readonly number[], slope: number): number {
  const n = values.length;
  const left = values.map((value, i) => value - slope * i);
  const limit = 1.96 / Math.sqrt(n);
  const sum = autocorrelations(ranksOf(left)).reduce((total, r, index) => {
    const lag = index + 1;
    return Math.abs(r) > limit ? total + (n - lag) * (n - lag - 1) * (n - lag - 2) * r : total;
  }, 0);
  return Math.max(1, 1 + (2 / (n * (n - 1) * (n - 2))) * sum);
}

/** Whether a series goes one way. */
export interface TrendTest {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Variance of S without a trend, ties and autocorrelation allowed for. */
  readonly variance: number;
  readonly z: number;
  /** Chance of as strong a course either way without a trend, 0..1. */
  readonly p: number;
  /** Theil-Sen slope, per step. */
  readonly slope: number;
}

/**
 * The Mann-Kendall test (Mann 1945, Kendall 1975) with Kendall's correction for ties and that of Hamed and
 * Rao for autocorrelation. Undefined below four values, and where all are alike.
 */
export function mannKendall(values: readonly number[]): TrendTest | undefined {
  const n = values.length;
  if (n < 4) return undefined;
  let s = 0;
  values.forEach((from, i) => {
    for (const to of values.slice(i + 1)) s += Math.sign(to - from);
  });
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const ties = [...sizes.values()].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const slope = theilSenSlope(values);
  const variance = ((n * (n - 1) * (2 * n + 5) - ties) / 18) * varianceFactor(values, slope);
  if (!(variance > 0)) return undefined;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, z, p: erfc(Math.abs(z) / Math.SQRT2), slope };
}
