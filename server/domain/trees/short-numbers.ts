/** Significant digits of a stored node value: the model is what is stored, in TypeScript as in SQL. */
const VALUE_DIGITS = 9;
/** Smaller values are dust of the arithmetic. */
const DUST = 1e-15;

/** A node value as the model stores it: 9 significant digits, 0 below 1e-15. */
export function roundValue(value: number): number {
  return Math.abs(value) < DUST ? 0 : Number(value.toPrecision(VALUE_DIGITS));
}

/**
 * A threshold t with low <= t < high, in the middle half of the gap and with as few digits as that
 * allows, so that the SQL of a model is short and no engine's reading of it can fall on a value.
 */
export function thresholdBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  const quarter = (high - low) / 4;
  for (let digits = 1; digits <= 17; digits += 1) {
    const short = Number(middle.toPrecision(digits));
    if (short > low + quarter && short < high - quarter) return short;
  }
  return low;
}
