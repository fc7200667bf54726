import { wordSet } from '../words/word-set.ts';
import { JOINS, withJoin } from './join-tokens.ts';
import { type Written, writtenFigure } from './written-figure.ts';

/** One word, figure or mark of a text; several words where they say one thing. */
export interface Token {
  readonly kind: 'word' | 'figure' | 'mark';
  readonly text: string;
  /** In lower case, with plain apostrophes; of a phrase: the word that says the same. */
  readonly lower: string;
  /** Of a figure: what it says; null where it cannot be read. */
  readonly written: Written | null;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const SUFFIX = String.raw`(?:\s?(?:thousand|million|billion|bn|[KkMmB])(?![\p{L}\d]))?`;
const PERCENT = String.raw`(?:\s?%|\s(?:percent|per cent)(?!\p{L}))?`;
const FIGURE = String.raw`[-−–+~≈<>]?(?:(?:US)?\$\s?)?\d[\d,.]*(?<![.,])${SUFFIX}${PERCENT}`;
const WORD = String.raw`\p{L}(?:[\p{L}\p{M}'’]|-(?=\p{L}))*`;
const PIECES = new RegExp(`(?<figure>${FIGURE})|(?<word>${WORD})|(?<mark>\\S)`, 'gu');

function tokenOf(match: RegExpExecArray): Token {
  const text = match[0];
  const lower = text.toLowerCase().replaceAll('’', "'");
  const place = { text, lower, start: match.index, end: match.index + text.length };
  if (match.groups?.figure !== undefined) {
    return { ...place, kind: 'figure', written: writtenFigure(text) };
  }
  return { ...place, kind: match.groups?.word === undefined ? 'mark' : 'word', written: null };
}

/** Verbs whose "up" is no direction: "they make up 2% of the base". */
const PHRASAL: ReadonlySet<string> = wordSet(
  'make makes made making follow following sign set sum sums pick open warm team keep keeps keeping catch line back start speak speaks checking shore clean look bring meet show hold holds held freshen free join link ends end wind',
);

/** What a small word says in its company: "make up 2%" is no rise, "off 1.2" a fall, "$5 ahead." a rise. */
function meantBy(tokens: readonly Token[], at: number): string {
  const { lower = '' } = tokens[at] ?? {};
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (lower === 'up' && PHRASAL.has(before?.lower ?? '')) return 'up/verb';
  if (
    lower === 'down' &&
    /^(sit|write|note|break|narrow|drill|settle|jot)$/.test(before?.lower ?? '')
  )
    return 'down/verb';
  const isTaken = /^(came|come|comes|coming|knocked|taken|shaved)$/.test(before?.lower ?? '');
  if (lower === 'off' && (next?.kind === 'figure' || isTaken)) return 'down';
  const isEnd = next === undefined || next.kind === 'mark';
  return lower === 'ahead' && before?.kind === 'figure' && isEnd ? 'higher' : lower;
}

/** The text in pieces; "28-day" is a figure and a word. */
export function tokensOf(text: string): Token[] {
  const plain = text.replace(/(?<=\d)-(?=\p{L})/gu, ' ');
  const pieces = [...plain.matchAll(PIECES)].map(tokenOf);
  const tokens = JOINS.reduce<Token[]>(withJoin, pieces);
  return tokens.map((token, at) => ({ ...token, lower: meantBy(tokens, at) }));
}

const ENDS: ReadonlySet<string> = wordSet('. ! ? ;');

/** The tokens sentence by sentence, without the marks that end them; a semicolon ends one too. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && ENDS.has(token.text)) sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
