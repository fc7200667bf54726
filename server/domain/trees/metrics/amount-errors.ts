/** Mean absolute difference of label and prediction, in the label's unit; NaN without rows. */
export function meanAbsoluteError(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row += 1) {
    sum += Math.abs((labels[row] ?? 0) - (predictions[row] ?? 0));
  }
  return sum / labels.length;
}

/**
 * Share of the labels' variance that the predictions explain: 1 is perfect, 0 no better than the mean,
 * below 0 worse. Null where all labels are equal.
 */
export function rSquared(labels: ArrayLike<number>, predictions: ArrayLike<number>): number | null {
  let total = 0;
  for (let row = 0; row < labels.length; row += 1) total += labels[row] ?? 0;
  const mean = total / labels.length;
  let left = 0;
  let all = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? 0;
    left += (label - (predictions[row] ?? 0)) ** 2;
    all += (label - mean) ** 2;
  }
  return all > 0 ? 1 - left / all : null;
}
