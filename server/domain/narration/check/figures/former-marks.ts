import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';

/** Words right before a figure that make it one of the time before. */
const LEADS: ReadonlySet<string> = wordSet('from previously formerly earlier previous former');
/** Words that compare with the time before, or with another level. */
const COMPARING: ReadonlySet<string> = wordSet('against versus vs');
const UNITS: ReadonlySet<string> = wordSet(
  'points point fans people members days attended referrals opens events hosted e-mail email',
);
const MOST_UNITS = 4;

/** "5,461 four weeks earlier", "4,069 before", "at the start of the 28 days". */
function isBefore(tokens: readonly Token[], at: number): boolean {
  let index = at + 1;
  while (index <= at + MOST_UNITS && UNITS.has(wordAt(tokens, index))) index += 1;
  const words = tokens.slice(index, index + 4).map(({ lower }) => lower);
  const [first = '', second = '', third = '', fourth = ''] = words;
  const isOver = tokens[index + 1]?.kind !== 'word' || /^(and|but|while|to)$/.test(second);
  // "Over the period" and "than before" are said of a change.
  const isSince = /^(over|in the period|since|than)/i.test(tokens[index]?.text ?? '');
  if (/^(earlier|before|previously|formerly|initially|beforehand)$/.test(first) && isOver)
    return !isSince;
  const isStart = /^(start|beginning|outset)$/;
  if (first === 'at' && (isStart.test(third) || isStart.test(second) || isStart.test(fourth)))
    return true;
  return (
    isFigure(tokens, index) &&
    second === 'days' &&
    /^(ago|earlier|before|prior|previously|back)$/.test(third)
  );
}

/** Whether what stands around a figure makes it one of the time before, or lets it be one. */
export function formerMarkAt(
  tokens: readonly Token[],
  at: number,
): 'former' | 'compared' | undefined {
  const word = wordAt(tokens, at - 1);
  const second = wordAt(tokens, at - 2);
  if (LEADS.has(word) || isBefore(tokens, at)) return 'former';
  // "The count was 2,563 and is 2,756 now".
  const isPast = /^(was|were|been)$/.test(word);
  const follows = tokens.slice(at + 1, at + 4).map(({ lower }) => lower);
  if (isPast && /^(and|but) (is|are|now)/.test(follows.join(' '))) return 'former';
  if (isPast && /^, (is|are|now)/.test(follows.join(' '))) return 'former';
  const isCompared =
    COMPARING.has(word) || (/^(with|to)$/.test(word) && /^compare[ds]?$/.test(second));
  const isOfThem = /^(a|an|the|its|their|overall|average)$/.test(word) && COMPARING.has(second);
  return isCompared || isOfThem ? 'compared' : undefined;
}
