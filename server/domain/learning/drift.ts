import { populationStability } from '../trees/metrics/population-stability.ts';
import type { ReferenceCounts } from './training-job.ts';

/** How far values have moved since the training: shifted is a warning. */
export const DRIFT_LEVELS = ['stable', 'moved', 'shifted'] as const;

/** One of the levels of drift. */
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

const MOVED = 0.1;
const SHIFTED = 0.25;

/** The usual reading of a PSI: below 0.1 nothing moved, from 0.25 on much did. */
export function driftLevel(psi: number): DriftLevel {
  if (psi >= SHIFTED) return 'shifted';
  return psi >= MOVED ? 'moved' : 'stable';
}

/** PSI of rows per bin now against those of the training, at least 0. */
export function driftOf(reference: ReferenceCounts, counts: readonly number[]): number {
  return Math.max(0, populationStability(reference.counts, counts));
}
