import type { BoostingLoss } from './boosting-loss.ts';
import type { GrownTree } from './grow-tree.ts';
import { roundValue } from './short-numbers.ts';

/** Below this curvature a Newton step would divide by dust. */
const FLAT = 1e-150;

/** What a leaf's step is made of. */
export interface StepInput {
  readonly residuals: Float64Array;
  readonly loss: BoostingLoss;
  /** Learning rate, 0..1. */
  readonly rate: number;
}

/**
 * Per node of a grown tree: rate times the sum of its rows' residuals over the sum of their curvature,
 * in the unit of the scores, rounded as the model stores it. Sums are of the residuals themselves, in
 * the order of the rows, not of the rounded steps that the search worked with.
 */
export function leafSteps({ left, nodes }: GrownTree, input: StepInput): number[] {
  const { residuals, loss, rate } = input;
  const sums = new Float64Array(nodes.length);
  const curvatures = new Float64Array(nodes.length);
  // Children stand after their parent, so backwards every sum is ready before it is needed.
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    const child = left[index] ?? 0;
    if (node === undefined) continue;
    if (child > 0) {
      sums[index] = (sums[child] ?? 0) + (sums[child + 1] ?? 0);
      curvatures[index] = (curvatures[child] ?? 0) + (curvatures[child + 1] ?? 0);
      continue;
    }
    let sum = 0;
    let curvature = 0;
    for (let at = node.start; at < node.end; at += 1) {
      const residual = residuals[node.rows[at] ?? 0] ?? 0;
      sum += residual;
      curvature += loss.curvature(residual);
    }
    sums[index] = sum;
    curvatures[index] = curvature;
  }
  return nodes.map((_, index) => {
    const curvature = curvatures[index] ?? 0;
    return curvature < FLAT ? 0 : roundValue((rate * (sums[index] ?? 0)) / curvature);
  });
}

/** Adds each leaf's step to the scores of its rows. */
export function addSteps(
  scores: Float64Array,
  { left, nodes }: GrownTree,
  steps: readonly number[],
): void {
  nodes.forEach(({ rows, start, end }, index) => {
    if (left[index] !== 0) return;
    const step = steps[index] ?? 0;
    for (let at = start; at < end; at += 1) {
      const row = rows[at] ?? 0;
      scores[row] = (scores[row] ?? 0) + step;
    }
  });
}
