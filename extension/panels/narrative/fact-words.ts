import type { Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

type Fact = Narrative['facts'][number];

/** The figure of a fact with its direction: "up 112". */
export function figureInWords({ direction, text }: Fact): string {
  return direction === null || direction === 'flat' ? text : `${direction} ${text}`;
}

/** A fact in one line: "Fans at risk, change in 28 days: up 112". */
export function factInWords(fact: Fact): string {
  return `${fact.label}: ${figureInWords(fact)}`;
}

const CHANGE = '.change';

/** Of which day a figure is, what it is compared with, and what it has come to: "1,204 on Mar 1, compared with Feb 1." */
export function knownOf(fact: Fact, narrative: Narrative, format: Format): string {
  const day = format.day(narrative.meta.score_date);
  const other = (id: string) => narrative.facts.find((each) => each.id === id);
  if (narrative.compared_with === null) return `On ${day}.`;
  const before = format.day(narrative.compared_with);
  if (fact.id.endsWith(CHANGE)) {
    const now = other(fact.id.slice(0, -CHANGE.length));
    return `${now === undefined ? 'On' : `${now.text} on`} ${day}, compared with ${before}.`;
  }
  const change = other(`${fact.id}${CHANGE}`);
  return change === undefined || change.direction === null
    ? `On ${day}.`
    : `On ${day}; ${change.direction === 'flat' ? 'unchanged' : figureInWords(change)} since ${before}.`;
}
