import { Fraction } from './fraction.ts';

/** Distinct values, nulls not among them. */
export function countDistinct<T>(values: readonly (T | null)[]): number {
  return new Set(values.filter((value) => value !== null)).size;
}

/** The average of the values that are not null; null without any. */
export function average(values: readonly (number | bigint | null)[]): Fraction | null {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return null;
  return Fraction.of(sum(present), present.length);
}

/** The sum, null as 0. */
export function sum(values: readonly (number | bigint | null)[]): bigint {
  return values.reduce<bigint>((total, value) => total + BigInt(value ?? 0), 0n);
}
