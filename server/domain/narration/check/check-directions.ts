import { metricWords } from '../metric-words.ts';
import type { StatedFact } from '../stated-fact.ts';
import type { Links, Reading } from './check-sentence.ts';
import { isDirection, roleOf } from './figure-roles.ts';
import { WISHES } from './openers.ts';
import { DIRECTIONS, JUDGEMENTS } from './words.ts';

/** Whether a word says what a change is. */
function agrees(word: string, fact: StatedFact): boolean {
  const { direction } = fact;
  if (direction === null) return false;
  if (DIRECTIONS[direction].has(word)) return true;
  const better = metricWords(fact.metric)?.better;
  if (better === undefined || direction === 'flat') return false;
  return JUDGEMENTS[direction === better ? 'better' : 'worse'].has(word);
}

function isWish({ tokens }: Reading, at: number): boolean {
  const isFirst = at === 0 || (at === 1 && tokens[0]?.lower === 'to');
  return isFirst && WISHES.has(tokens[at]?.lower ?? '');
}

/** "More e-mail opens" speaks of what follows; of "more fans" nobody knows what they do. */
const COMPARATIVES: ReadonlySet<string> = new Set(['more', 'fewer', 'less']);

function comparedAt({ mentions }: Reading, at: number): string | undefined {
  const found = mentions.find(({ from }) => from === at + 1)?.of;
  return found === 'fans' ? undefined : found;
}

/** The first word for a direction that is not the one of the change it is bound to. */
export function checkDirections(reading: Reading, links: Links): string | undefined {
  const { tokens, subjects, names, facts, inherited, mentions } = reading;
  const settled = new Set<number>();
  for (const [token, fact] of links) {
    const { direction } = roleOf(tokens, tokens.indexOf(token));
    if (direction === undefined || fact.metric === 'period') continue;
    const word = tokens[direction]?.lower ?? '';
    if (!agrees(word, fact)) return tokens[direction]?.text;
    const others = subjects.sharing(direction).filter((metric) => metric !== fact.metric);
    const isShared = others.every((metric) =>
      facts.some((each) => each.isChange && each.metric === metric && agrees(word, each)),
    );
    if (!isShared) return tokens[direction]?.text;
    settled.add(direction);
  }
  return tokens.find((token, at) => {
    if (token.kind !== 'word' || !isDirection(token.lower) || settled.has(at)) return false;
    if (mentions.some(({ from, to }) => from <= at && at < to) || isWish(reading, at)) return false;
    // Changes are those of everyone: none is known of a group.
    if (names.near(at) !== null) return true;
    const isChanged = (metric: string | undefined) =>
      facts.some((fact) => fact.isChange && fact.metric === metric && agrees(token.lower, fact));
    if (COMPARATIVES.has(token.lower)) return !isChanged(comparedAt(reading, at));
    return ![subjects.near(at) ?? inherited, ...subjects.sharing(at)].every(isChanged);
  })?.text;
}
