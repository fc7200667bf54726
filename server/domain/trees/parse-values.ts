/** True for numbers other than NaN and the infinities. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The value as a list of finite numbers, or null where it is anything else. */
export function finiteNumbers(value: unknown): number[] | null {
  if (!Array.isArray(value)) return null;
  const numbers = value.filter(isFiniteNumber);
  return numbers.length === value.length ? numbers : null;
}

/** The value as an object of exactly the given keys, or null where it is anything else. */
export function recordOf(
  value: unknown,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = Object.fromEntries(Object.entries(value));
  const same =
    keys.length === Object.keys(record).length && keys.every((key) => Object.hasOwn(record, key));
  return same ? record : null;
}
