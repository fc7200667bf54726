import type { Token } from '../text/tokens.ts';
import { ORDERS } from '../words/openers.ts';
import { wordSet } from '../words/word-set.ts';
import type { Mention } from './mentions.ts';

/** Words behind which an order may stand within a sentence: "so plan ...", "we recommend planning". */
const LEADS: ReadonlySet<string> =
  wordSet(`so please and then to next first should could must might recommend suggest recommended let's let consider by keep
  worth now can may would`);
/** Where what is asked for ends and what is told begins again. */
const TELLING: ReadonlySet<string> = wordSet(
  'as since because while given whereas although though even',
);
/** What these begin tells something only of a thing that facts are about: "the offers that sell" are none. */
const RELATING: ReadonlySet<string> = wordSet('where whose which who that');

/** The tokens of a sentence that ask for something: they claim nothing that facts could prove or disprove. */
export function adviceIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let isAdvice = false;
  tokens.forEach(({ kind, lower }, at) => {
    const hasFigure = tokens.slice(at).some((token) => token.kind === 'figure');
    const isOfFacts = hasFigure || mentions.some(({ to }) => to >= at);
    // "The fans of Baseball, who refer the fewest" tells; "fans who refer" says whom to ask.
    const isAside = tokens[at - 1]?.kind === 'mark';
    if (TELLING.has(lower) || (RELATING.has(lower) && (isOfFacts || isAside))) isAdvice = false;
    if (hasFigure && kind === 'mark') isAdvice = false;
    const before = tokens[at - 1];
    const isLed = before === undefined || before.kind !== 'word' || LEADS.has(before.lower);
    if (kind === 'word' && ORDERS.has(lower) && isLed) isAdvice = true;
    if (isAdvice) found.add(at);
  });
  return found;
}
