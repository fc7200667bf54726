import type { StatedFact } from '../../stated-fact.ts';
import type { Token } from '../text/tokens.ts';
import { wordAt } from '../text/word-at.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';
import { alignedFigures } from './align.ts';
import { type Mention, nameMentions } from './mentions.ts';

const LEADS: ReadonlySet<string> = wordSet('in for among at from of by to');
/** Words after a figure that make it one of everyone, whoever was named before. */
const EVERYONE: ReadonlySet<string> = wordSet('overall altogether combined across total');
const REACH = 4;
/** Nouns that a figure stands for. */
const STATING: ReadonlySet<string> = wordSet('figure reading level score average value result');
/** Words that begin another clause. */
const CLAUSES: ReadonlySet<string> = wordSet(
  'and while but with as whereas yet since though although after which so because given',
);

/** The groups a sentence names, and which of its figures each is bound to. */
export class Names {
  readonly #tokens: readonly Token[];
  readonly #mentions: readonly Mention[];
  readonly #metrics: readonly Mention[];
  /** What groups are compared by. */
  readonly #compared: string | undefined;
  /** Which figures of a list are of which of the groups before it. */
  readonly #aligned: ReadonlyMap<number, string>;

  constructor(
    tokens: readonly Token[],
    {
      facts,
      mentions,
    }: { readonly facts: readonly StatedFact[]; readonly mentions: readonly Mention[] },
  ) {
    this.#tokens = tokens;
    this.#metrics = mentions;
    this.#compared = facts.find(({ group }) => group !== null)?.metric;
    const groups = facts.flatMap(({ group }) => (group === null ? [] : [group]));
    this.#mentions = nameMentions(tokens, [...new Set(groups)]).filter(
      ({ from }) => !mentions.some((metric) => metric.from <= from && from < metric.to),
    );
    this.#aligned = alignedFigures(tokens, this.#mentions);
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
    const inBrackets = this.#mentions.find(
      ({ from }) => from === at + 2 && this.#tokens[at + 1]?.text === '(',
    );
    if (inBrackets !== undefined) return inBrackets.of;
    // "The lowest, $14.35, belongs to Friend".
    const isApposed = this.#tokens[at - 1]?.text === ',' && this.#tokens[at + 1]?.text === ',';
    if (isApposed) {
      const [next] = this.#mentions.filter(({ from }) => from > at && from <= at + 2 + REACH);
      if (
        next !== undefined &&
        /^(to|from|by|for|among|in|at|with)$/.test(wordAt(this.#tokens, next.from - 1))
      )
        return next.of;
    }
    const words = this.#tokens.slice(at + 1, at + 1 + REACH);
    const stop = words.findIndex(
      ({ kind, text }) =>
        kind === 'figure' || /^([,;:()–—]|and|but|while|with|against)$/.test(text),
    );
    const reach = at + 1 + (stop < 0 ? words.length : stop);
    const near = words.slice(0, stop < 0 ? words.length : stop);
    const isBehind = near.some(({ lower }) => EVERYONE.has(lower));
    if (isBehind && !this.#isInClause(at)) return null;
    const lead = this.#tokens.slice(Math.max(0, at - REACH), at);
    const from = lead.findLastIndex(({ kind }) => kind !== 'word');
    const isLed = lead.slice(from + 1).some(({ lower }) => EVERYONE.has(lower));
    if (isLed && !this.#isInClause(at)) return null;
    const aligned = this.#aligned.get(at);
    if (aligned !== undefined) return aligned;
    const behind = this.#mentions.find(
      ({ from }) => from > at && from < reach + 1 && LEADS.has(wordAt(this.#tokens, from - 1)),
    );
    if (behind !== undefined) return behind.of;
    const before = this.#mentions.filter(({ to }) => to <= at).at(-1);
    if (before !== undefined)
      return this.#isWidened(before, at) || this.#isLeft(before, at) ? null : before.of;
    // No change of a group is known.
    if (isChange) return null;
    return this.#isRanked ? this.#fronted(at) : null;
  }

  /** "At 55.2, Basketball is strongest": the name right behind the mark. */
  #fronted(at: number): string | null {
    const behind = this.#mentions.find(({ from }) => from > at);
    const between = this.#tokens.slice(at + 1, behind?.from ?? at);
    const isOpened = this.#tokens
      .slice(0, at)
      .every(({ lower }) => /^(at|with|on|a|an|the|average|score|of|by)$/.test(lower));
    const isNext = between.every(({ kind }) => kind === 'mark');
    return behind !== undefined && (isOpened || isNext) ? behind.of : null;
  }

  /** "Tennis has an overall average of 29.6": of the group all the same, where no clause begins in between. */
  #isInClause(at: number): boolean {
    const name = this.#mentions.filter(({ to }) => to <= at).at(-1);
    const between = this.#tokens.slice(name?.to ?? at, at);
    const isThere = between.some(
      ({ lower }, index) =>
        /^(there|its|their)$/.test(lower) &&
        between[index - 1]?.kind === 'word' &&
        !CLAUSES.has(between[index - 1]?.lower ?? ''),
    );
    const isOne = !between.some(({ kind, lower }) => kind === 'mark' || CLAUSES.has(lower));
    return name !== undefined && (isOne || isThere);
  }

  /** "Lowest for Soccer, with an overall average of 43.5": in another clause, everyone is spoken of. */
  #isWidened(name: Mention, at: number): boolean {
    const since = this.#tokens.slice(name.to, at);
    const start = since.findIndex(({ kind, lower }) => kind === 'mark' || CLAUSES.has(lower));
    return (
      !this.#isInClause(at) &&
      start >= 0 &&
      since.slice(start).some(({ lower }) => EVERYONE.has(lower))
    );
  }

  /** "…Explorer, with total revenue at $1.24M": another clause about a thing groups are not compared by. */
  #isLeft(name: Mention, at: number): boolean {
    const start = this.#tokens.findLastIndex(
      ({ kind, lower }, index) =>
        index >= name.to && index < at && (kind === 'mark' || CLAUSES.has(lower)),
    );
    if (start < 0) return false;
    // "Golf, where engagement is lowest at 31.8 and fans at risk number 3,670": still of Golf.
    const since = this.#tokens.slice(name.to, at).map(({ lower }) => lower);
    const where = since.indexOf('where');
    if (
      where >= 0 &&
      where <= 1 &&
      !since.slice(where).some((each) => each === ',' || (each !== 'and' && CLAUSES.has(each)))
    )
      return false;
    const first = this.#tokens.findIndex(
      ({ kind, lower }, index) => index >= name.to && (kind === 'mark' || CLAUSES.has(lower)),
    );
    // "…Staff, while staying in touch with the 586 fans at risk": what the figure counts is spoken of too.
    const isApart = this.#tokens
      .slice(name.to, at)
      .some(
        ({ lower }, index, words) =>
          /^(while|whereas|but|yet|although|though)$/.test(lower) ||
          (lower === 'and' && words[index + 1]?.lower.endsWith('ing') === true),
      );
    const end = isApart && !this.#isInClause(at) ? at + 2 : at - 1;
    const spoken = this.#metrics.filter(
      ({ of, from }) => from > first && from <= end && of !== 'fans',
    );
    // "Approach Tennis for hosts and referrals, since its advocacy is the lowest": back at what is compared.
    if (this.#isRanked && spoken.at(-1)?.of === this.#compared) return false;
    return spoken.some(({ of }) => of !== this.#compared);
  }

  /** The group a movement at `at` would be claimed of. */
  ofClaim(at: number): string | null {
    const before = this.#mentions.filter(({ to }) => to <= at).at(-1);
    if (before !== undefined && !this.#isLeft(before, at)) return before.of;
    const end = this.#tokens.findIndex(
      ({ kind, lower }, index) => index > at && (kind !== 'word' || CLAUSES.has(lower)),
    );
    const behind = this.#mentions.find(
      ({ from }) =>
        from > at && (end < 0 || from < end) && LEADS.has(wordAt(this.#tokens, from - 1)),
    );
    return behind?.of ?? null;
  }

  /** A place among groups binds a figure to a name that follows: "at 55.2, Basketball is strongest". */
  get #isRanked(): boolean {
    return this.#tokens.some(({ lower }) => rankOf(lower) !== undefined);
  }

  /** The group a place among groups is claimed for: "weakest in Soccer", else the nearest. */
  ofRank(at: number): string | null {
    const paired = this.#ofPair(at);
    if (paired !== undefined) return paired;
    // "The lowest figure, $14.35, belongs to Friend".
    const figure = this.#tokens.findIndex(({ kind }, index) => index > at && kind === 'figure');
    const between = this.#tokens.slice(at + 1, figure);
    const isTold =
      figure > 0 &&
      between.length <= REACH &&
      between.every(({ kind, lower }) => kind === 'mark' || STATING.has(lower));
    if (isTold && between.some(({ kind }) => kind === 'mark'))
      return this.ofFigure(figure, { isChange: false });
    const end = this.#tokens.findIndex(
      ({ kind, lower }, index) => index > at && (kind !== 'word' || CLAUSES.has(lower)),
    );
    const behind = this.#mentions.find(
      ({ from }) =>
        from > at &&
        from <= at + REACH &&
        (end < 0 || from < end) &&
        LEADS.has(wordAt(this.#tokens, from - 1)),
    );
    return behind?.of ?? this.near(at);
  }

  /** "Platinum brings $140 and Anchor $28, the highest and lowest": the places stand as the names do. */
  #ofPair(at: number): string | undefined {
    const word = (index: number) => wordAt(this.#tokens, index);
    const skipped = (index: number) => (word(index) === 'the' ? index + 1 : index);
    const isPair = (first: number) =>
      rankOf(word(first)) !== undefined &&
      word(first + 1) === 'and' &&
      rankOf(word(skipped(first + 2))) !== undefined;
    const first = [at, at - 2, at - 3].find(isPair);
    if (first === undefined || (first !== at && skipped(first + 2) !== at)) return undefined;
    const before = this.#mentions.filter(({ to }) => to <= first);
    return before.length === 2 ? before[first === at ? 0 : 1]?.of : undefined;
  }

  /** The nearest group before a word, else behind it. */
  near(at: number): string | null {
    const before = this.#mentions.filter(({ to }) => to <= at).at(-1);
    return (before ?? this.#mentions.find(({ from }) => from > at))?.of ?? null;
  }
}
