import { Fraction } from './fraction.ts';

/** `PR`: the share of the other rows that are strictly smaller; 0 for a single row. */
export function percentRanks(values: readonly bigint[]): Fraction[] {
  const smaller = new Map<bigint, number>();
  values.toSorted(compareIntegers).forEach((value, index) => {
    if (!smaller.has(value)) smaller.set(value, index);
  });
  if (values.length < 2) return values.map(() => Fraction.zero);
  return values.map((value) => Fraction.of(smaller.get(value) ?? 0, values.length - 1));
}

/** `PRdesc`: the same with the order reversed. */
export function descendingPercentRanks(values: readonly bigint[]): Fraction[] {
  return percentRanks(values.map((value) => -value));
}

function compareIntegers(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
