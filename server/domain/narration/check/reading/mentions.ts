import { metricWords, NARRATED_METRICS } from '../../metric-words.ts';
import { byFirstWord } from '../text/phrase-finder.ts';
import type { Token } from '../text/tokens.ts';
import { wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { isState } from './people.ts';

/** A metric or a group's name where a sentence speaks of it. */
export interface Mention {
  /** The metric, or the name as the facts write it. */
  readonly of: string;
  /** Of its first token and of the one behind its last. */
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly of: string;
  readonly words: readonly string[];
}

const PEOPLE: ReadonlySet<string> = wordSet('fans fan members people alumni base audience');
/** Words between people and their state: "fans who are currently considered at risk". */
const LINKS: ReadonlySet<string> =
  wordSet(`are is now currently presently who that being be considered classed classified flagged deemed rated judged marked
  counted as remain remains`);
const MOST_LINKS = 4;

type Patterns = ReadonlyMap<string, readonly Pattern[]>;

function patternsOf(pairs: readonly (readonly [string, string])[]): Patterns {
  return byFirstWord(pairs.map(([of, name]) => ({ of, words: name.toLowerCase().split(' ') })));
}

const METRICS = patternsOf([
  ...NARRATED_METRICS.flatMap((metric) =>
    (metricWords(metric)?.names ?? []).map((name) => [metric, name] as const),
  ),
]);

/** Words that may stand inside a name of three words: "each fan now brings in". */
const INSIDE: ReadonlySet<string> = wordSet('now currently also still typically');

/** How many tokens a pattern takes at `at`; none where it does not match. */
function matchAt(tokens: readonly Token[], at: number, { words }: Pattern): number {
  let index = at;
  for (const word of words) {
    const skips = words.length > 2 && index > at && INSIDE.has(wordAt(tokens, index));
    if (skips) index += 1;
    if (wordAt(tokens, index) !== word) return 0;
    index += 1;
  }
  return index - at;
}

function find(
  tokens: readonly Token[],
  patterns: Patterns,
  without: ReadonlySet<string> = new Set(),
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = patterns
      .get(wordAt(tokens, at))
      ?.find((pattern) => !without.has(pattern.of) && matchAt(tokens, at, pattern) > 0);
    if (found === undefined) continue;
    const length = matchAt(tokens, at, found);
    mentions.push({ of: found.of, from: at, to: at + length });
    at += length - 1;
  }
  return mentions;
}

/** "fans are at risk" says what "fans at risk" does, and is no mention of all fans. */
function linkedMentions(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const swallowed = new Set<Mention>();
  const linked = mentions.map((mention): Mention => {
    if (!isState(mention.of)) return mention;
    let at = mention.from - 1;
    let links = 0;
    for (; links <= MOST_LINKS; links += 1) {
      // "764 fans (8.4% of all fans) are at risk".
      if (tokens[at]?.text === ')')
        at = tokens.findLastIndex(({ text }, index) => index < at && text === '(') - 1;
      if (!LINKS.has(wordAt(tokens, at))) break;
      at -= 1;
    }
    const people = mentions.find((each) => each.of === 'fans' && each.to === at + 1);
    if (people === undefined || !PEOPLE.has(wordAt(tokens, at))) return mention;
    swallowed.add(people);
    return { ...mention, from: people.from };
  });
  return linked.filter((mention) => !swallowed.has(mention));
}

/** Every metric a sentence speaks of but those `without`, longest names first, none inside another. */
export function metricMentions(
  tokens: readonly Token[],
  without: ReadonlySet<string> = new Set(),
): Mention[] {
  const found = find(tokens, METRICS, without);
  return linkedMentions(tokens, found);
}

/** Every group of `names` a sentence speaks of, whatever its case; also in the plural. */
export function nameMentions(tokens: readonly Token[], names: readonly string[]): Mention[] {
  const pairs = names.flatMap((name) =>
    [name, `${name}s`, `${name}'s`, `${name}'`].map((form) => [name, form] as const),
  );
  return find(tokens, patternsOf(pairs));
}
