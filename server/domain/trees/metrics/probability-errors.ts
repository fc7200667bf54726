/** The nearest a probability may come to 0 and 1 in the logarithm. */
const NEAREST = 1e-15;

/**
 * Mean of -ln(p) where the label is 1 and -ln(1 - p) where it is 0: 0 is perfect, ln 2 a coin. A
 * probability is kept 1e-15 away from 0 and 1. NaN without rows.
 */
export function logLoss(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const probability = Math.min(1 - NEAREST, Math.max(NEAREST, probabilities[row] ?? 0));
    sum -= Math.log(labels[row] === 1 ? probability : 1 - probability);
  }
  return sum / labels.length;
}

/** Mean squared difference of probability and label (Brier, 1950): 0 is perfect, 0.25 a coin. */
export function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row += 1) {
    sum += ((probabilities[row] ?? 0) - (labels[row] ?? 0)) ** 2;
  }
  return sum / labels.length;
}
