import { mentionAt } from '../reading/near.ts';
import type { Reading } from '../reading/reading.ts';
import { hasFigure, isFigure, wordAt } from '../text/word-at.ts';
import { isKnownWord } from '../words/known-words.ts';
import { wordSet } from '../words/word-set.ts';

const SIDE: ReadonlySet<string> = wordSet('up down higher lower upward downward');
const REACH = 3;

/**
 * A word that might be a claim nobody can check, because it is unknown and stands where a direction would:
 * behind a metric up to its figure ("sentiment soured to 61.2"), right before a figure ("a rout of 1.6"), between a
 * noun and its metric ("a rout in engagement"), or behind a figure as its apposition ("44.4, a rout").
 */
export function unknownWord({ tokens, metrics, groups, own, advice }: Reading): string | undefined {
  const parts = [...metrics, ...groups];
  const isPart = (at: number) => mentionAt(parts, at) !== undefined;
  const isUnknown = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || isPart(at) || own.has(token.lower)) return false;
    if (token.lower.endsWith('/verb')) return false;
    const isAdverb = token.lower.endsWith('ly') || SIDE.has(wordAt(tokens, at + 1));
    return !isAdverb && !isKnownWord(token.lower);
  };
  const isMark = (at: number) => tokens[at]?.kind === 'mark';
  const isFigureAt = (at: number) => isFigure(tokens, at);
  const leadsTo = (at: number, test: (index: number) => boolean, reach: number) => {
    for (let index = at + 1; index <= at + reach && index < tokens.length; index += 1) {
      if (test(index)) return true;
      if (isMark(index) || isFigure(tokens, index)) return false;
    }
    return false;
  };
  const isBehindMetric = (at: number) => {
    for (let index = at - 1; index >= 0 && !isMark(index) && !isFigure(tokens, index); index -= 1) {
      if (isPart(index)) return true;
    }
    return false;
  };
  const isApposed = (at: number) => {
    const start = tokens.findLastIndex(({ kind }, index) => index < at && kind !== 'word');
    if (start < 1 || !isMark(start) || !hasFigure(tokens.slice(0, start))) return false;
    const isNoun = /^an?$/.test(wordAt(tokens, start + 1)) && at <= start + REACH;
    return isNoun || (at === start + 1 && /(ed|ing)$/.test(wordAt(tokens, at)));
  };
  const isOfMetric = (at: number) =>
    /^(in|of)$/.test(wordAt(tokens, at + 1)) && leadsTo(at + 1, isPart, REACH);
  return tokens.find(
    (_, at) =>
      !advice.has(at) &&
      isUnknown(at) &&
      (isBehindMetric(at) || leadsTo(at, isFigureAt, REACH) || isOfMetric(at) || isApposed(at)),
  )?.text;
}
