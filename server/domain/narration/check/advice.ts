import { ORDERS } from './openers.ts';
import type { Token } from './tokens.ts';

/** Words behind which an order may stand within a sentence: "so plan ...", "we recommend planning". */
const LEADS: ReadonlySet<string> = new Set(
  `so please and then to next first should could must might recommend suggest recommended let's let consider by keep
  worth now can may would`.split(/\s+/),
);
/** Where what is asked for ends and what is told begins again. */
const TELLING: ReadonlySet<string> = new Set(
  'as since because where whose which while who given whereas although though even that'.split(' '),
);

/** The tokens of a sentence that ask for something: they claim nothing that facts could prove or disprove. */
export function adviceIn(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isAdvice = false;
  tokens.forEach(({ kind, lower }, at) => {
    const hasFigure = tokens.slice(at).some((token) => token.kind === 'figure');
    if (TELLING.has(lower) || (hasFigure && kind === 'mark')) isAdvice = false;
    const before = tokens[at - 1];
    const isLed = before === undefined || before.kind !== 'word' || LEADS.has(before.lower);
    if (kind === 'word' && ORDERS.has(lower) && isLed) isAdvice = true;
    if (isAdvice) found.add(at);
  });
  return found;
}
