/**
 * A value to one decimal, or to two where one would carry it over an edge: 84.96 is not 85.0, because 85 is
 * another tier. What two decimals would still carry over is cut off instead.
 */
export function roundWithin(
  value: number,
  edges: readonly number[],
): { readonly value: number; readonly digits: number } {
  const side = sideOf(value, edges);
  for (const digits of [1, 2]) {
    const rounded = Number(value.toFixed(digits));
    if (sideOf(rounded, edges) === side) return { value: rounded, digits };
  }
  return { value: Math.floor(value * 100) / 100, digits: 2 };
}

function sideOf(value: number, edges: readonly number[]): number {
  return edges.filter((edge) => value >= edge).length;
}
