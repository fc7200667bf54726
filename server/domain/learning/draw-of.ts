import { fingerprint } from '../fingerprint.ts';

/** Hex digits that a number holds exactly. */
const DIGITS = 13;

/**
 * A number of a fan's own, the same at every training of a seed: who is held out of one model is then held out
 * of the next, and neither has learnt from those by whom both are judged.
 */
export function drawOf(wonderId: string, seed: number): number {
  return Number.parseInt(fingerprint(`judge ${seed} ${wonderId}`).slice(0, DIGITS), 16);
}
