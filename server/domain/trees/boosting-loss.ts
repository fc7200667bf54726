import { WonderError } from '../errors.ts';

/** What boosting minimises: `squared` for amounts, `log` for labels 0 and 1 (scores are log-odds). */
export interface BoostingLoss {
  readonly output: 'value' | 'log_odds';
  /** The best constant score. Throws `invalid_value` where log loss has one class only. */
  base(labels: Float64Array): number;
  /** Writes label less prediction per row into `residuals`. */
  residuals(labels: Float64Array, scores: Float64Array, residuals: Float64Array): void;
  /** Curvature of the loss at a row of the given residual: what a leaf's residuals are divided by. */
  curvature(residual: number): number;
}

/** Half the squared difference: residuals as they are, leaves are means. */
export const SQUARED_LOSS: BoostingLoss = {
  output: 'value',
  base: mean,
  residuals(labels, scores, residuals) {
    for (let row = 0; row < labels.length; row += 1) {
      residuals[row] = (labels[row] ?? 0) - (scores[row] ?? 0);
    }
  },
  curvature: () => 1,
};

/**
 * Binomial deviance: the residual is label less probability, and a leaf is one Newton step, the sum of
 * residuals over the sum of p (1 - p) (Friedman, "Greedy Function Approximation", 2001, algorithm 5).
 */
export const LOG_LOSS: BoostingLoss = {
  output: 'log_odds',
  base(labels) {
    const share = mean(labels);
    if (share === 0 || share === 1) {
      throw new WonderError('invalid_value', { detail: 'all labels are of one class' });
    }
    return Math.log(share / (1 - share));
  },
  residuals(labels, scores, residuals) {
    for (let row = 0; row < labels.length; row += 1) {
      residuals[row] = (labels[row] ?? 0) - 1 / (1 + Math.exp(-(scores[row] ?? 0)));
    }
  },
  // With label 0 or 1, the probability is |residual| or 1 - |residual|.
  curvature: (residual) => Math.abs(residual) * (1 - Math.abs(residual)),
};

function mean(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
