import { populationStability } from '../trees/metrics/population-stability.ts';
import { stabilityByChance } from '../trees/metrics/stability-by-chance.ts';
import type { ReferenceCounts } from './training-job.ts';

/** How far values have moved since the training: shifted is a warning. */
export const DRIFT_LEVELS = ['stable', 'moved', 'shifted'] as const;

/** One of the levels of drift. */
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

/** A PSI, at least 0, and how to read it. */
export interface Drift {
  readonly psi: number;
  readonly level: DriftLevel;
}

const MOVED = 0.1;
const SHIFTED = 0.25;

/** The usual reading of a PSI: below 0.1 nothing moved, from 0.25 on much did. */
function driftLevel(psi: number): DriftLevel {
  if (psi >= SHIFTED) return 'shifted';
  return psi >= MOVED ? 'moved' : 'stable';
}

/**
 * PSI of rows per bin now against those of the training. Rows so few that as much would come of chance have
 * not moved: of a training of 200 rows 40 are held out, whose predictions differ by 0.25 without any cause.
 */
export function driftOf(reference: ReferenceCounts, counts: readonly number[]): Drift {
  const psi = Math.max(0, populationStability(reference.counts, counts));
  const isChance = psi <= stabilityByChance(reference.counts, counts);
  return { psi, level: isChance ? 'stable' : driftLevel(psi) };
}
