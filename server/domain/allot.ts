/**
 * Points rounded to two decimals so that they add up to `total` exactly (largest remainder: each is
 * within 0.01 of its own value as long as the raw points add up to about the total).
 */
export function allotPoints(raw: readonly number[], total: number): number[] {
  const exact = raw.map((points) => points * 100);
  const hundredths = exact.map((points) => Math.floor(points));
  let missing = Math.round(total * 100) - hundredths.reduce((sum, points) => sum + points, 0);
  const order = exact
    .map((points, index) => ({ index, rest: points - (hundredths[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  while (missing !== 0 && order.length > 0) {
    const step = Math.sign(missing);
    for (const { index } of step > 0 ? order : order.toReversed()) {
      if (missing === 0) break;
      hundredths[index] = (hundredths[index] ?? 0) + step;
      missing -= step;
    }
  }
  return hundredths.map((points) => points / 100);
}

/** A sum of two-decimal numbers without the dust of binary fractions. */
export function sumPoints(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;
}
