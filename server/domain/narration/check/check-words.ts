import { isKnownWord } from './known-words.ts';
import type { Reading } from './reading.ts';

const SIDE: ReadonlySet<string> = new Set(['up', 'down', 'higher', 'lower', 'upward', 'downward']);
const REACH = 3;

/**
 * A word that might be a claim nobody can check, because it is unknown and stands where a direction would:
 * behind a metric up to its figure ("sentiment soured to 61.2"), right before a figure ("a rout of 1.6"), between a
 * noun and its metric ("a rout in engagement"), or behind a figure as its apposition ("44.4, a rout").
 */
export function unknownWord({ tokens, mentions, names, own, advice }: Reading): string | undefined {
  const parts = [...mentions, ...names.all];
  const partAt = (at: number) => parts.find(({ from, to }) => from <= at && at < to);
  const isUnknown = (at: number): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || partAt(at) !== undefined || own.has(token.lower)) return false;
    if (token.lower.endsWith('(of a verb)')) return false;
    const isAdverb = token.lower.endsWith('ly') || SIDE.has(tokens[at + 1]?.lower ?? '');
    return !isAdverb && !isKnownWord(token.lower);
  };
  const isMark = (at: number) => tokens[at]?.kind === 'mark';
  const isFigure = (at: number) => tokens[at]?.kind === 'figure';
  const leadsTo = (at: number, test: (index: number) => boolean, reach: number) => {
    for (let index = at + 1; index <= at + reach && index < tokens.length; index += 1) {
      if (test(index)) return true;
      if (isMark(index) || isFigure(index)) return false;
    }
    return false;
  };
  const isBehindMetric = (at: number) => {
    for (let index = at - 1; index >= 0 && !isMark(index) && !isFigure(index); index -= 1) {
      if (partAt(index) !== undefined) return true;
    }
    return false;
  };
  const isApposed = (at: number) => {
    const start = tokens.findLastIndex(({ kind }, index) => index < at && kind !== 'word');
    if (
      start < 1 ||
      !isMark(start) ||
      !tokens.slice(0, start).some(({ kind }) => kind === 'figure')
    )
      return false;
    const isNoun = /^an?$/.test(tokens[start + 1]?.lower ?? '') && at <= start + REACH;
    return isNoun || (at === start + 1 && /(ed|ing)$/.test(tokens[at]?.lower ?? ''));
  };
  const isOfMetric = (at: number) =>
    /^(in|of)$/.test(tokens[at + 1]?.lower ?? '') &&
    leadsTo(at + 1, (index) => partAt(index) !== undefined, REACH);
  return tokens.find(
    (_, at) =>
      !advice.has(at) &&
      isUnknown(at) &&
      (isBehindMetric(at) || leadsTo(at, isFigure, REACH) || isOfMetric(at) || isApposed(at)),
  )?.text;
}
