import type { StatedFact } from '../../stated-fact.ts';
import { mentionFrom } from '../reading/near.ts';
import { PEOPLE_METRICS } from '../reading/people.ts';
import type { Reading } from '../reading/reading.ts';
import type { Token } from '../text/tokens.ts';
import { wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { AFTER_FIGURES, DESCRIBING_FANS } from '../words/figure-neighbours.ts';
import { wordSet } from '../words/word-set.ts';

const PEOPLE: ReadonlySet<string> = wordSet('fans fan members people names individuals supporters');

/** "59 of 1,821 fans" and "59 of them"; a count "of all fans" would be a share. */
function isPartOf(tokens: readonly Token[], at: number): boolean {
  const next = /^(the|our|all)$/.test(wordAt(tokens, at)) ? tokens[at + 1] : tokens[at];
  return next?.kind === 'figure' || /^(them|these|those)$/.test(next?.lower ?? '');
}

/** Whether the word behind a figure may stand there, and agrees with the fact's unit. */
export function fitsUnit(
  { tokens, metrics, groups, own }: Reading,
  at: number,
  fact: StatedFact,
): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word') return true;
  const { lower } = next;
  const isThing = metrics.some(({ from }) => from === at + 1);
  // "2.6% Elite fans" counts nobody.
  if (tokens[at]?.written?.kind === 'percent' && isThing) {
    return tokens[at]?.written?.isShare === true;
  }
  if (lower === 'points' || lower === 'point') return /^(points|score)$/.test(fact.unit);
  if (PEOPLE.has(lower)) {
    const isShare = tokens[at]?.written?.isShare === true;
    return isShare || (fact.unit === 'count' && PEOPLE_METRICS.has(fact.metric));
  }
  if (lower === 'of' && fact.unit === 'count') return isPartOf(tokens, at + 2);
  if (/^e-?mails$/.test(lower)) return metrics.some(({ of }) => of === fact.metric);
  if (lower === 'times') return fact.metric === 'email_opens';
  if (/^days?$/.test(lower)) return fact.metric === 'attended_days';
  if (AFTER_FIGURES.has(lower) || isDirection(lower)) return true;
  return (
    isThing ||
    mentionFrom(groups, at + 1) !== undefined ||
    DESCRIBING_FANS.has(lower) ||
    own.has(lower)
  );
}
