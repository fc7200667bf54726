import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { DESCRIBING_FANS } from '../words/figure-neighbours.ts';
import { wordSet } from '../words/word-set.ts';
import { alignedFigures, listsOf } from './align.ts';
import type { Mention } from './mentions.ts';

/** Words between a figure and the thing it counts: "the 59 current fans at risk". */
const GLUE: ReadonlySet<string> =
  wordSet(`of in for the our that this those these them all more fewer less additional extra current total new points point its their from to off
  number average overall`);
/** Beyond how much glue a thing behind a figure is not counted by it: movements and helpers weigh nothing. */
const MOVING: ReadonlySet<string> = wordSet('was were been came have has had a');
const FILLERS: ReadonlySet<string> = wordSet('all the our its their total whole that this entire');
const HELPERS: ReadonlySet<string> = wordSet('has have was were is are also');
const GROUNDS: ReadonlySet<string> = wordSet('among amongst across of for by in from');
const PRONOUNS: ReadonlySet<string> = wordSet('it they');
const COLLECTIVES: ReadonlySet<string> = wordSet(
  'number count total community group pool population headcount circle crowd family roster',
);
const MOST_GLUE = 3;
/** Words, with their mark, in front of the "it" of a sentence. */
const MOST_OPENING = 5;

/** What a sentence speaks of, and the names that go without a figure. */
export interface SubjectOptions {
  readonly mentions: readonly Mention[];
  readonly names: readonly Mention[];
  readonly own: readonly string[];
  /** What the sentence before was about. */
  readonly inherited: string | undefined;
}

/** Which metric each figure of a sentence is of, by the place of the words. */
export class Subjects {
  readonly #tokens: readonly Token[];
  readonly #mentions: readonly Mention[];
  /** Mentions that a figure in front of them counts: they are not the subject of another. */
  readonly #taken = new Map<Mention, number>();

  /** What figures are of that stand in a list, as their things do. */
  readonly #aligned: ReadonlyMap<number, string>;
  readonly #names: readonly Mention[];
  readonly #own: readonly string[];
  readonly #inherited: string | undefined;

  constructor(tokens: readonly Token[], { mentions, names, own, inherited }: SubjectOptions) {
    // "Across all fans, it averages 47.6".
    const start = tokens.findIndex(({ kind }) => kind === 'mark') + 1;
    const isOpened = mentions.every(({ of, from }) => from >= start || of === 'fans');
    const first = isOpened && start <= MOST_OPENING ? [tokens[0], tokens[start]] : [tokens[0]];
    const isAgain = first.some((token) => PRONOUNS.has(token?.lower ?? ''));
    this.#inherited = isAgain ? inherited : undefined;
    this.#tokens = tokens;
    this.#mentions = mentions;
    this.#aligned = alignedFigures(tokens, mentions);
    this.#names = names;
    this.#own = own;
    tokens.forEach((token, at) => {
      if (token.kind !== 'figure') return;
      const counted = this.#countedBy(at);
      if (counted !== undefined) this.#taken.set(counted, at);
    });
  }

  #countedBy(at: number): Mention | undefined {
    let index = at + 1;
    let isShareOf = false;
    for (let glue = 0; glue <= MOST_GLUE; index += 1) {
      const found = this.#mentions.find(({ from }) => from === index);
      const isShare = isShareOf || this.#tokens[at]?.written?.isShare === true;
      if (found !== undefined) return isShare && found.of === 'fans' ? undefined : found;
      const word = wordAt(this.#tokens, index);
      const isPercent = this.#tokens[at]?.written?.kind === 'percent';
      const isMoving = MOVING.has(word) || isDirection(word);
      const isGlue =
        isMoving ||
        GLUE.has(word) ||
        DESCRIBING_FANS.has(word) ||
        this.#own.includes(word) ||
        (HELPERS.has(word) && (isPercent || index > at + 1 || this.#isStateAt(index + 1)));
      if (!isGlue) return undefined;
      if (word === 'of') isShareOf = true;
      if (!isMoving) glue += 1;
    }
    return undefined;
  }

  #isStateAt(at: number): boolean {
    return this.#mentions.some(
      ({ of, from }) => from === at && /^(at_risk_fans|elite_fans)$/.test(of),
    );
  }

  /** "59 of 1,821 fans are at risk": the second figure counts all fans, whatever follows. */
  isBase(at: number): boolean {
    let index = at - 1;
    while (FILLERS.has(wordAt(this.#tokens, index))) index -= 1;
    if (wordAt(this.#tokens, index) !== 'of') return false;
    const isOut = wordAt(this.#tokens, index - 1) === 'out';
    return isFigure(this.#tokens, isOut ? index - 2 : index - 1);
  }

  /** "Revenue, which is now ...": what stands right before a "which". */
  #related(at: number): string | undefined {
    const which = this.#tokens.findLastIndex(
      ({ lower, kind }, index) =>
        index < at &&
        (lower === 'which' || lower === 'whose' || lower === 'that' || kind === 'figure'),
    );
    if (wordAt(this.#tokens, which) !== 'which') return undefined;
    return this.#mentions.find(
      ({ to }) => to === which || (to === which - 1 && this.#tokens[which - 1]?.text === ','),
    )?.of;
  }

  /** Mentions that may be the subject of what stands at `at`: not counted by a figure, not mere ground. */
  #free(): Mention[] {
    return this.#mentions.filter((mention) => {
      const by = this.#taken.get(mention);
      if (by !== undefined) return this.isBase(by) && mention.of !== 'fans';
      return mention.of !== 'fans' || this.#isSubject(mention);
    });
  }

  /** "The former by 26 and the latter by 412": of the two things named before. */
  #oneOfTwo(at: number): string | undefined {
    const which = this.#tokens.findLastIndex(
      ({ lower, kind }, index) =>
        index < at && (/^(former|latter)$/.test(lower) || kind === 'figure'),
    );
    const word = this.#tokens[which]?.lower;
    if (word !== 'former' && word !== 'latter') return undefined;
    if (this.#mentions.some(({ from }) => from > which && from < at)) return undefined;
    const [first, second, ...others] = this.#mentions.filter(({ to }) => to <= which);
    if (others.length > 0) return undefined;
    return (word === 'former' ? first : second)?.of;
  }

  /** All fans are a sentence's subject at its beginning, as "the number of fans" or where they grow; else its ground. */
  #isSubject({ from, to: end }: Mention): boolean {
    const isCount =
      end - from > 1 ||
      /^(fanbase|membership|headcount|following)$/.test(wordAt(this.#tokens, from));
    if (this.#names.some(({ to }) => to === from)) return false;
    // "A small decline in fans, 20 in 28 days": fans are what moved.
    const isMoved =
      wordAt(this.#tokens, from - 1) === 'in' && isDirection(wordAt(this.#tokens, from - 2));
    if (isMoved) return true;
    const isGround = [from - 1, from - 2].some((at) => GROUNDS.has(wordAt(this.#tokens, at)));
    const verb = HELPERS.has(wordAt(this.#tokens, end)) ? end + 1 : end;
    if (isCount && !isGround) return true;
    const isHead =
      !isFigure(this.#tokens, from - 1) &&
      this.#tokens[end]?.kind === 'mark' &&
      /^[(:–—]$/.test(this.#tokens[end]?.text ?? '');
    if (isHead && !isGround) return true;
    if (!isGround && isDirection(wordAt(this.#tokens, verb))) return true;
    let index = from - 1;
    const isFiller = (word: string) => FILLERS.has(word) || this.#own.includes(word);
    while (index >= 0 && isFiller(wordAt(this.#tokens, index))) index -= 1;
    if (index < 0) return true;
    const isOf = wordAt(this.#tokens, index) === 'of';
    return isOf && COLLECTIVES.has(wordAt(this.#tokens, index - 1));
  }

  /** The metric a figure is of; undefined where its sentence names none. */
  ofFigure(at: number): string | undefined {
    const aligned = this.#aligned.get(at);
    const one = aligned ?? this.#oneOfTwo(at);
    if (one !== undefined) return one;
    const counted = [...this.#taken].find(([, by]) => by === at)?.[0];
    if (this.isBase(at)) return 'fans';
    return counted?.of ?? this.near(at);
  }

  /** Whether a figure stands in a list, in the place of its thing. */
  isAligned(at: number): boolean {
    return this.#aligned.has(at);
  }

  /** The metric that a word at `at` speaks of: the nearest before it, that of "it", else the nearest behind. */
  near(at: number): string | undefined {
    const related = this.#related(at);
    if (related !== undefined) return related;
    const free = this.#free();
    const before = free.filter(({ to }) => to <= at).at(-1);
    if (before !== undefined) return before.of;
    if (this.#inherited !== undefined) return this.#inherited;
    const taken = [...this.#taken.keys()];
    // "31,774 fans, 205 more": so many of the same.
    const isMore = /^(more|fewer)$/.test(wordAt(this.#tokens, at + 1));
    const counted = taken.filter(({ of, to }) => (isMore || of !== 'fans') && to <= at).at(-1);
    if (counted !== undefined) return counted.of;
    const behind = free.find(({ from }) => from > at);
    if (behind !== undefined) return behind.of;
    return taken.find(({ from }) => from > at || from < at)?.of;
  }

  /** The metrics that share what is said at `at`: "engagement (50.6) and digital affinity (56.9) are both up". */
  sharing(at: number): readonly string[] {
    const before = this.#mentions.filter(({ to }) => to <= at);
    return (
      listsOf(this.#tokens, before, { isParted: true })
        .find((list) => list.at(-1) === before.at(-1))
        ?.map(({ of }) => of) ?? []
    );
  }

  /** What the sentence as a whole is about, for "they" in the next one. */
  get main(): string | undefined {
    const [first] = this.#mentions;
    return (this.#free()[0] ?? this.#mentions.find(({ of }) => of !== 'fans') ?? first)?.of;
  }
}
