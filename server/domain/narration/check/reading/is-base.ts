import { isFigure, wordAt } from '../text/word-at.ts';
import { ARTICLES } from './counted.ts';
import type { Reading } from './reading.ts';

/** "59 of 1,821 fans are at risk": the second figure counts all fans, whatever follows. */
export function isBase({ tokens }: Pick<Reading, 'tokens'>, at: number): boolean {
  const of = tokens.findLastIndex(({ lower }, index) => index < at && !ARTICLES.has(lower));
  const isOut = wordAt(tokens, of - 1) === 'out';
  return wordAt(tokens, of) === 'of' && isFigure(tokens, isOut ? of - 2 : of - 1);
}
