import { wordSet } from './word-set.ts';

/** Words that give a group a place among all groups. */
export const RANKS: Readonly<Record<'highest' | 'lowest', ReadonlySet<string>>> = {
  highest:
    wordSet(`highest strongest best top leads lead leading leader ahead largest biggest greatest tops
    topped led most peak keenest loudest front-runner frontrunner pacesetter busiest liveliest outperforms outpaces foremost richest winner outranks`),
  lowest:
    wordSet(`lowest weakest worst bottom trails trail trailing lags lag lagging behind smallest least
    last poorest underperforms faintest fewest quietest laggard laggards backmarker sleepiest`),
};

/** The place among groups that a word claims. */
export function rankOf(word: string): 'highest' | 'lowest' | undefined {
  if (RANKS.highest.has(word)) return 'highest';
  return RANKS.lowest.has(word) ? 'lowest' : undefined;
}
