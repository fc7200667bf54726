import type { StatedFact } from '../../stated-fact.ts';
import type { Reading } from '../reading/reading.ts';
import { wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { wordSet } from '../words/word-set.ts';
import { roleOf } from './figure-roles.ts';
import { saysFact } from './says-fact.ts';

/** What may not stand before "28 days" where they are the period that changes are counted over. */
const NO_PERIOD: ReadonlySet<string> =
  wordSet(`next coming another every each first additional further extra more fewer other by some only under
  attended to at and plus nearly about`);
/** "Over 28 days" is the period; "in over 28 days" and "just over 28 days" are another. */
const BENT: ReadonlySet<string> = wordSet(
  `over in during within past last previous prior for across after just slightly little well only from to`,
);

/** "28 days", of the period that changes are counted over, in a sentence that speaks of a change. */
export function periodAt({ tokens, facts }: Reading, at: number): StatedFact | undefined {
  if (!/^days?$/.test(wordAt(tokens, at + 1))) return undefined;
  const isAgo = /^(ago|before|earlier|previously|prior|back)$/.test(wordAt(tokens, at + 2));
  const [lead = '', second = ''] = [tokens[at - 1]?.lower, tokens[at - 2]?.lower];
  const isComparedTo = lead === 'to' && /^compared?$/.test(second);
  if (NO_PERIOD.has(lead) && !isComparedTo && !(isAgo && lead !== 'by')) return undefined;
  if (/^(attended|of)$/.test(wordAt(tokens, at + 2))) return undefined;
  if (lead === 'than' && !isAgo) return undefined;
  // "From more than 28 days ago" is another time; "2.1 points more than 28 days ago" is this one.
  if (lead === 'than' && /^(from|over|in|for|within|during|since|to)$/.test(wordAt(tokens, at - 3)))
    return undefined;
  if (lead === 'over' && BENT.has(second)) return undefined;
  const isOfChange = tokens.some(
    ({ lower, kind }, index) =>
      isDirection(lower) ||
      /^(changed?|went|moved|compared|against|versus)$/.test(lower) ||
      (kind === 'figure' && roleOf(tokens, index).roles.includes('former')),
  );
  const written = tokens[at]?.written;
  const period = facts.find(({ metric }) => metric === 'period');
  return isOfChange && period !== undefined && written != null && saysFact(written, period)
    ? period
    : undefined;
}
