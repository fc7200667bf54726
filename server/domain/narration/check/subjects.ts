import type { Mention } from './mentions.ts';
import type { Token } from './tokens.ts';

/** Words between a figure and the thing it counts: "the 59 current fans at risk". */
const GLUE: ReadonlySet<string> = new Set(
  `of in for the our all more fewer less additional extra current total new points point its their`.split(
    /\s+/,
  ),
);
const FILLERS: ReadonlySet<string> = new Set([
  'all',
  'the',
  'our',
  'its',
  'their',
  'total',
  'whole',
]);
const MOST_GLUE = 3;

/** What a sentence speaks of, and the names that go without a figure. */
export interface SubjectOptions {
  readonly mentions: readonly Mention[];
  readonly names: readonly Mention[];
  readonly own: readonly string[];
}

/** Which metric each figure of a sentence is of, by the place of the words. */
export class Subjects {
  readonly #tokens: readonly Token[];
  readonly #mentions: readonly Mention[];
  /** Mentions that a figure in front of them counts: they are not the subject of another. */
  readonly #taken = new Map<Mention, number>();

  readonly #names: readonly Mention[];
  readonly #own: readonly string[];

  constructor(tokens: readonly Token[], { mentions, names, own }: SubjectOptions) {
    this.#tokens = tokens;
    this.#mentions = mentions;
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
    for (let glue = 0; glue <= MOST_GLUE; glue += 1) {
      const found = this.#mentions.find(({ from }) => from === index);
      if (found !== undefined) return isShareOf && found.of === 'fans' ? undefined : found;
      const word = this.#tokens[index]?.lower ?? '';
      if (!GLUE.has(word) && !this.#own.includes(word)) return undefined;
      if (word === 'of') isShareOf = true;
      index += 1;
    }
    return undefined;
  }

  /** "59 of 1,821 fans are at risk": the second figure counts all fans, whatever follows. */
  isBase(at: number): boolean {
    let index = at - 1;
    while (FILLERS.has(this.#tokens[index]?.lower ?? '')) index -= 1;
    return this.#tokens[index]?.lower === 'of' && this.#tokens[index - 1]?.kind === 'figure';
  }

  /** Mentions that may be the subject of what stands at `at`: not counted by a figure, not mere ground. */
  #free(): Mention[] {
    return this.#mentions.filter((mention) => {
      const by = this.#taken.get(mention);
      if (by !== undefined) return this.isBase(by) && mention.of !== 'fans';
      return mention.of !== 'fans' || this.#isSubject(mention);
    });
  }

  /** All fans are a sentence's subject at its beginning or as "the number of fans"; else its ground. */
  #isSubject({ from }: Mention): boolean {
    if (this.#names.some(({ to }) => to === from)) return false;
    let index = from - 1;
    while (FILLERS.has(this.#tokens[index]?.lower ?? '')) index -= 1;
    if (index < 0) return true;
    return this.#tokens[index]?.lower === 'of' && this.#tokens[index - 1]?.lower === 'number';
  }

  /** The metric a figure is of; undefined where its sentence names none. */
  ofFigure(at: number): string | undefined {
    const counted = [...this.#taken].find(([, by]) => by === at)?.[0];
    if (this.isBase(at) && counted !== undefined) return 'fans';
    return counted?.of ?? this.near(at);
  }

  /** The metric that a word at `at` speaks of: the nearest before it, else the nearest behind. */
  near(at: number): string | undefined {
    const free = this.#free();
    const before = free.filter(({ to }) => to <= at).at(-1);
    if (before !== undefined) return before.of;
    const behind = free.find(({ from }) => from > at);
    if (behind !== undefined) return behind.of;
    return [...this.#taken.keys()].find(({ from }) => from > at || from < at)?.of;
  }

  /** What the sentence as a whole is about, for "they" in the next one. */
  get main(): string | undefined {
    return this.#free()[0]?.of ?? this.#mentions[0]?.of;
  }
}
