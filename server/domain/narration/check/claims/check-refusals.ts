import { metricWords } from '../../metric-words.ts';
import { mentionAt, mentionFrom } from '../reading/near.ts';
import type { Reading } from '../reading/reading.ts';
import { hasFigure } from '../text/word-at.ts';
import { ORDERS } from '../words/openers.ts';
import type { Claim } from './pattern.ts';
import { ALWAYS_REFUSED_NEAR, REFUSED_NEAR } from './refusals.ts';
import { ALWAYS_REFUSED, REFUSED } from './refused-words.ts';

/** Whether a metric is known in total only, so that an average of it would be of one fan. */
function isTotal(metric: string): boolean {
  const unit = metricWords(metric)?.unit;
  return (
    metric !== 'revenue_per_fan' && metric !== 'fans' && (unit === 'money' || unit === 'count')
  );
}

/** The first word that says what no fact can prove: multiples, other times, causes, negations, promises. */
export function refusedWord(reading: Reading): string | undefined {
  const { tokens, metrics, advice } = reading;
  const isTold = hasFigure(tokens);
  const isAny = (claims: readonly Claim[], at: number) =>
    claims.some((isMade) => isMade(reading, at));
  return tokens.find(({ lower, kind }, at) => {
    // "The average lifetime value" would be of one fan; it is known in total.
    const behind = mentionFrom(metrics, at + 1);
    if (/^(average|mean|median|typical)$/.test(lower) && behind !== undefined && isTotal(behind.of))
      return true;
    if (kind !== 'word' || mentionAt(metrics, at) !== undefined) return false;
    if (ALWAYS_REFUSED.has(lower) || /^(second|third|fourth|next)-/.test(lower)) return true;
    if (at === 0 && ORDERS.has(lower)) return false;
    if (isAny(ALWAYS_REFUSED_NEAR, at)) return true;
    if (advice.has(at) && !isTold) return false;
    return REFUSED.has(lower) || lower.endsWith("n't") || isAny(REFUSED_NEAR, at);
  })?.text;
}
