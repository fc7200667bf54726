/** Rows whose probability lies in [from, to), the last bin including 1. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** Mean probability, 0..1; null without rows. */
  readonly predicted: number | null;
  /** Share of label 1, 0..1; null without rows. */
  readonly observed: number | null;
}

/** Ten bins of equal width: what was promised against what came, a reliability diagram's points. */
export function calibrationBins(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): CalibrationBin[] {
  const bins = Array.from({ length: 10 }, () => ({ rows: 0, predicted: 0, ones: 0 }));
  for (let row = 0; row < labels.length; row += 1) {
    const probability = probabilities[row] ?? 0;
    const bin = bins[Math.min(9, Math.max(0, Math.floor(probability * 10)))];
    if (bin === undefined) continue;
    bin.rows += 1;
    bin.predicted += probability;
    bin.ones += labels[row] ?? 0;
  }
  return bins.map(({ rows, predicted, ones }, index) => ({
    from: index / 10,
    to: (index + 1) / 10,
    rows,
    predicted: rows === 0 ? null : predicted / rows,
    observed: rows === 0 ? null : ones / rows,
  }));
}
