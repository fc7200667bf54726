import type { StatedFact } from '../stated-fact.ts';
import type { Reading, SentenceGrounds } from './check-sentence.ts';
import { isKnownWord } from './known-words.ts';
import { type Mention, nameMentions } from './mentions.ts';
import { ORDERS } from './openers.ts';
import { GROUP_NAMES, ORDINARY_NAMES } from './refused-words.ts';
import type { Token } from './tokens.ts';
import { RANKS } from './words.ts';

const LEADS: ReadonlySet<string> = new Set(['in', 'for', 'among', 'at', 'from', 'of', 'by', 'to']);
/** Words after a figure that make it one of everyone, whoever was named before. */
const EVERYONE: ReadonlySet<string> = new Set([
  'overall',
  'altogether',
  'combined',
  'across',
  'total',
]);
const REACH = 4;
/** How far behind a place its metric may stand: "the lowest average engagement". */
const NEXT = 2;

/** The groups a sentence names, and which of its figures each is bound to. */
export class Names {
  readonly #tokens: readonly Token[];
  readonly #mentions: readonly Mention[];

  constructor(
    tokens: readonly Token[],
    {
      facts,
      mentions,
    }: { readonly facts: readonly StatedFact[]; readonly mentions: readonly Mention[] },
  ) {
    this.#tokens = tokens;
    const groups = facts.flatMap(({ group }) => (group === null ? [] : [group]));
    this.#mentions = nameMentions(tokens, [...new Set(groups)]).filter(
      ({ from }) => !mentions.some((metric) => metric.from <= from && from < metric.to),
    );
  }

  get all(): readonly Mention[] {
    return this.#mentions;
  }

  /** Whether a name begins at this token. */
  startsAt(at: number): boolean {
    return this.#mentions.some(({ from }) => from === at);
  }

  /** The group a figure is of: named right behind it ("18.5 in Football"), else the nearest before. */
  ofFigure(at: number, { isChange }: { readonly isChange: boolean }): string | null {
    const words = this.#tokens.slice(at + 1, at + 1 + REACH);
    const stop = words.findIndex(
      ({ kind, text }) =>
        kind === 'figure' || /^([,;:()–—]|and|but|while|with|against)$/.test(text),
    );
    const reach = at + 1 + (stop < 0 ? words.length : stop);
    const near = words.slice(0, stop < 0 ? words.length : stop);
    if (near.some(({ lower }) => EVERYONE.has(lower))) return null;
    const behind = this.#mentions.find(
      ({ from }) => from > at && from < reach + 1 && LEADS.has(this.#tokens[from - 1]?.lower ?? ''),
    );
    if (behind !== undefined) return behind.of;
    const before = this.#mentions.filter(({ to }) => to <= at).at(-1);
    if (before !== undefined) return before.of;
    // No change of a group is known.
    if (isChange) return null;
    return this.#isRanked ? (this.#mentions.find(({ from }) => from > at)?.of ?? null) : null;
  }

  /** A place among groups binds a figure to a name that follows: "at 55.2, Basketball is strongest". */
  get #isRanked(): boolean {
    return this.#tokens.some(({ lower }) => rankOf(lower) !== undefined);
  }

  /** The group a place among groups is claimed for: "weakest in Soccer", else the nearest. */
  ofRank(at: number): string | null {
    const behind = this.#mentions.find(
      ({ from }) =>
        from > at && from <= at + REACH && LEADS.has(this.#tokens[from - 1]?.lower ?? ''),
    );
    return behind?.of ?? this.near(at);
  }

  /** The nearest group before a word, else behind it. */
  near(at: number): string | null {
    const before = this.#mentions.filter(({ to }) => to <= at).at(-1);
    return (before ?? this.#mentions.find(({ from }) => from > at))?.of ?? null;
  }
}

/** The place among groups that a word claims. */
export function rankOf(word: string): 'highest' | 'lowest' | undefined {
  if (RANKS.highest.has(word)) return 'highest';
  return RANKS.lowest.has(word) ? 'lowest' : undefined;
}

/** "The top priority", "the biggest win": judgements of what is told, and of no group. */
const NOUNS: ReadonlySet<string> = new Set(
  'priority priorities concern concerns win wins worry challenge opportunity news way step place chance move thing'.split(
    ' ',
  ),
);

/** "the last 28 days" and "who is behind the referrals" are no places among groups. */
function isNoPlace(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.lower, tokens[at + 1]];
  if (word === 'behind' && /^(the|these|those|this|it|them)$/.test(next?.lower ?? '')) return true;
  if (word === 'most' && /^(recent|important|urgent|room|potential)$/.test(next?.lower ?? ''))
    return true;
  if (/^(top|biggest|largest|best|greatest)$/.test(word ?? '') && NOUNS.has(next?.lower ?? ''))
    return true;
  return word === 'last' && (next?.kind === 'figure' || /^days?$/.test(next?.lower ?? ''));
}

/** A place claimed of a group, or of none, that no fact says. */
function wrongRank({ tokens, mentions, names, facts, subjects }: Reading): string | undefined {
  return tokens.find(({ lower }, at) => {
    const rank = isNoPlace(tokens, at) ? undefined : rankOf(lower);
    if (rank === undefined) return false;
    const group = names.ofRank(at);
    const follows = mentions.find(
      ({ of, from }) => of !== 'fans' && from > at && from <= at + NEXT,
    )?.of;
    const subject = follows ?? subjects.near(at);
    return !facts.some(
      (fact) =>
        fact.rank === rank &&
        fact.group === group &&
        (subject === undefined || fact.metric === subject),
    );
  })?.text;
}

/**
 * A group named in a sentence without a figure: a claim that no fact is behind, unless it is an order about the
 * group that has the least.
 */
function idleName({ tokens, names, facts }: Reading): string | undefined {
  if (tokens.some(({ kind }) => kind === 'figure')) return undefined;
  const isOrder = ORDERS.has(tokens[0]?.lower ?? '');
  const isLowest = (name: string) =>
    facts.some(({ group, rank }) => group === name && rank === 'lowest');
  return names.all.find(({ of }) => !isOrder || !isLowest(of))?.of;
}

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** A name no fact is about, or a place a group does not have; undefined where all is well. */
export function checkNames(reading: Reading, grounds: SentenceGrounds): string | undefined {
  const { tokens, mentions, names } = reading;
  const own = nameMentions(tokens, grounds.names);
  const known = [...mentions, ...names.all, ...own];
  const isKnown = (at: number) => known.some(({ from, to }) => from <= at && at < to);
  const [other] = nameMentions(tokens, grounds.otherNames).filter(({ from }) => !isKnown(from));
  if (other !== undefined) return tokens[other.from]?.text;
  const stranger = tokens.find((token, at) => {
    if (token.kind !== 'word' || isKnown(at)) return false;
    if (GROUP_NAMES.has(token.lower) || token.lower === 'i') return true;
    if (!isCapital(token.text)) return false;
    const [possessive = ''] = token.lower.split("'");
    if (ORDINARY_NAMES.has(token.lower)) return true;
    return at > 0 || !isKnownWord(possessive);
  });
  return stranger?.text ?? idleName(reading) ?? wrongRank(reading);
}
