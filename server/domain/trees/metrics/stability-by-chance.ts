/** Of a standard normal distribution, below which 99 % lie. */
const NORMAL_99 = 2.326;

/**
 * The PSI that two draws of these sizes from one and the same distribution stay below in 99 of 100 cases:
 * (1 / n + 1 / m) times the 99 % point of chi-squared with one degree less than there are bins (Yurdakul,
 * "Statistical Properties of Population Stability Index", 2018; the point by Wilson and Hilferty). Bins that
 * are empty in both do not count. 0 where either has no rows.
 */
export function stabilityByChance(expected: readonly number[], actual: readonly number[]): number {
  const expectedRows = expected.reduce((sum, each) => sum + each, 0);
  const actualRows = actual.reduce((sum, each) => sum + each, 0);
  const bins = expected.filter((count, bin) => count > 0 || (actual[bin] ?? 0) > 0).length;
  if (expectedRows === 0 || actualRows === 0 || bins < 2) return 0;
  const spread = 2 / (9 * (bins - 1));
  const point = (bins - 1) * (1 - spread + NORMAL_99 * Math.sqrt(spread)) ** 3;
  return point * (1 / expectedRows + 1 / actualRows);
}
