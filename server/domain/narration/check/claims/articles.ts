import { partAt } from '../reading/part-at.ts';
import type { Reading } from '../reading/reading.ts';
import { wordAt } from '../text/word-at.ts';

/** The place behind "the", "our" and the like, where what is spoken of begins. */
export function behindArticles(reading: Reading, at: number): number {
  let index = at;
  while (
    /^(the|average|total|our|overall)$/.test(wordAt(reading.tokens, index)) &&
    partAt(reading, index) !== 'metric'
  )
    index += 1;
  return index;
}
