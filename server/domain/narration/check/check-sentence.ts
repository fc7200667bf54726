import { unprovenClaim } from './claims/check-claims.ts';
import { unprovenClause } from './claims/check-clauses.ts';
import { checkNames } from './claims/check-names.ts';
import { refusedWord } from './claims/check-refusals.ts';
import { unknownWord } from './claims/check-words.ts';
import { bindFigures, type Links } from './figures/bind-figures.ts';
import { wrongComparison } from './figures/check-comparisons.ts';
import { checkDirections } from './figures/check-directions.ts';
import { wrongPart } from './figures/check-parts.ts';
import { mainMetric } from './reading/metric-of.ts';
import { isState } from './reading/people.ts';
import { readSentence, type SentenceGrounds } from './reading/reading.ts';
import type { Token } from './text/tokens.ts';

interface Proven {
  readonly links: Links;
  /** The metric it is about. */
  readonly subject: string | undefined;
  /** The last of those at risk or in the Elite tier, where it speaks of them. */
  readonly people: string | undefined;
  /** Whether it names a group: "this group" is that one from here on. */
  readonly isOfGroup: boolean;
}

interface Refused {
  readonly because: string;
}

const isStray = ({ kind, text }: Token) => kind === 'mark' && /^[%$-]$/.test(text);

/**
 * The figures of a sentence with their facts and what it is about, or why it is refused. Step by step: find what it
 * speaks of, refuse words that no fact can prove, names and places of groups, words nobody knows; then bind each
 * figure to a fact, and compare each word for a direction with the change it is said of.
 */
export function checkSentence(
  tokens: readonly Token[],
  grounds: SentenceGrounds,
): Proven | Refused {
  const reading = readSentence(tokens, grounds);
  const word = refusedWord(reading);
  if (word !== undefined) return { because: `the word "${word}"` };
  const claimed = unprovenClaim(reading) ?? unprovenClause(reading);
  if (claimed !== undefined) return { because: `the claim of "${claimed}"` };
  const stranger = checkNames(reading, grounds);
  if (stranger !== undefined) return { because: `the name "${stranger}"` };
  const unknown = unknownWord(reading);
  if (unknown !== undefined) return { because: `the unknown word "${unknown}"` };
  if (tokens.some(isStray)) return { because: 'a stray mark' };
  const links = bindFigures(reading);
  if (typeof links === 'string') return { because: `the figure "${links}"` };
  const part = wrongPart(reading, links);
  if (part !== undefined) return { because: `the figure "${part}"` };
  const claim = checkDirections(reading, links);
  if (claim !== undefined) return { because: `the direction "${claim}"` };
  const compared = wrongComparison(reading, links);
  if (compared !== undefined) return { because: `the word "${compared}"` };
  const { metrics } = reading;
  const states = metrics.filter(({ of }) => isState(of));
  const isOfGroup = reading.groups.length > 0;
  return { links, subject: mainMetric(reading), people: states.at(-1)?.of, isOfGroup };
}
