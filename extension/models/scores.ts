import type { ScoreReceipt } from '../../server/contract/index.ts';

/** Every score that has a receipt. */
export type Score = ScoreReceipt['score'];

/** The five scores that make up the WonderScore, in the order of the rings. */
export const BASE_SCORES = [
  'engagement',
  'loyalty',
  'value',
  'sentiment',
  'advocacy',
] as const satisfies readonly Score[];

export type BaseScore = (typeof BASE_SCORES)[number];
