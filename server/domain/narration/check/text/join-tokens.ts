import { spelledFraction, spelledNumber, spelledShare } from './number-words.ts';
import { phraseFinder } from './phrase-finder.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isFigure, wordAt } from './word-at.ts';
import type { Written } from './written-figure.ts';

/** Reads what begins at a token: what stands in its place, and how many tokens that takes. */
type Join = (
  tokens: readonly Token[],
  at: number,
) => { readonly tokens: readonly Token[]; readonly length: number } | undefined;

/** The tokens with what a join reads put in the place of what it takes. */
export function withJoin(tokens: readonly Token[], join: Join): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const one = join(tokens, at);
    const token = tokens[at];
    if (one !== undefined) found.push(...one.tokens);
    else if (token !== undefined) found.push(token);
    at += one?.length ?? 1;
  }
  return found;
}

/** The tokens from `at` on as one, over the text they stand for. */
function merged(tokens: readonly Token[], at: number, length: number): Token | undefined {
  const part = tokens.slice(at, at + length);
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const text = part.map((token) => token.text).join(' ');
  return { ...first, text, lower: text.toLowerCase(), end: last.end };
}

const lowers = (tokens: readonly Token[], at: number, count = 12) =>
  tokens.slice(at, at + count).map(({ kind, lower }) => (kind === 'mark' ? '\n' : lower));

function percentBehind(words: readonly string[]): number {
  if (words[0] === 'percent' || words[0] === '%') return 1;
  return words[0] === 'per' && words[1] === 'cent' ? 2 : 0;
}

/** "twelve", "a dozen", "twenty-five percent", "a quarter of", "one fan in ten" are figures. */
const spelled: Join = (tokens, at) => {
  const words = lowers(tokens, at);
  if (words[0] === 'one' && /^(the|this|that)$/.test(wordAt(tokens, at - 1))) return undefined;
  const share = spelledShare(words, 0);
  const number = share ?? spelledNumber(words, 0);
  if (number === undefined) return undefined;
  const percent = share === undefined ? percentBehind(words.slice(number.length)) : 0;
  const token = merged(tokens, at, number.length + percent);
  if (token === undefined) return undefined;
  const written: Written = {
    kind: share !== undefined || percent > 0 ? 'percent' : 'plain',
    value: number.value,
    scale: '',
    decimals: 0,
    ...(share === undefined ? {} : { isShare: true }),
  };
  return { tokens: [{ ...token, kind: 'figure', written }], length: number.length + percent };
};

/** "25,600 dollars" is money, and "four weeks" are 28 days. */
const measured: Join = (tokens, at) => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const written = token?.written;
  if (token === undefined || next === undefined || written?.kind !== 'plain') return undefined;
  if (next.lower === 'dollars') {
    const money = { ...token, text: `${token.text} ${next.text}`, end: next.end };
    return { tokens: [{ ...money, written: { ...written, kind: 'money' } }], length: 2 };
  }
  if (!/^weeks?$/.test(next.lower) || written.scale !== '') return undefined;
  const days = { ...token, text: `${token.text} ${next.text}`, end: next.end };
  return {
    tokens: [
      { ...days, written: { ...written, value: 7 * written.value } },
      { ...next, lower: 'days', start: next.end },
    ],
    length: 2,
  };
};

/** "Half a point", "nine tenths of a point", "a point and a half" are figures too. */
const fraction: Join = (tokens, at) => {
  const words = lowers(tokens, at);
  const found = spelledFraction(words);
  const token = found === undefined ? undefined : merged(tokens, at, found.length);
  if (found === undefined || token === undefined) return undefined;
  const written: Written = { kind: 'plain', value: found.value, scale: '', decimals: 1 };
  return { tokens: [{ ...token, kind: 'figure', written }], length: found.length };
};

const phrased: Join = (tokens, at) => {
  if (tokens[at]?.kind !== 'word') return undefined;
  const phrase = phraseAt(lowers(tokens, at));
  // "Fans who remain at risk" stand nowhere.
  const isRisk = wordAt(tokens, at + (phrase?.words.length ?? 0)) === 'risk';
  const token =
    phrase === undefined || isRisk ? undefined : merged(tokens, at, phrase.words.length);
  if (phrase === undefined || token === undefined) return undefined;
  return { tokens: [{ ...token, lower: phrase.meaning }], length: phrase.words.length };
};

/** What the words before a figure say of where the true one lies. */
const hedgeAt = phraseFinder([
  [
    'over',
    `just over, slightly over, a little over, a shade over, a touch over, a bit over, a fraction over, a little above,
    slightly more than, a little more than, a bit more than, just above, just past, more than, over, above, past, tops, topped,
    topping, passed, passing, exceeds, exceeding, upwards of, north of, in excess of, a good, a solid`,
  ],
  [
    'under',
    `just shy of, shy of, just short of, short of, a shade under, a touch under, a bit under, a fraction under, just under,
    slightly under, a little under, just below, slightly below, a little below, slightly less than, a little less than,
    just less than, less than, fewer than, not quite, not even, under, below, approaching, close to, nearly, almost`,
  ],
  [
    'about',
    'in the region of, just about, about, around, roughly, approximately, some, circa, approx',
  ],
]);

/** "Over 28 days" is a time and no bound; so is "12 more than 28 days ago". */
function isTime(tokens: readonly Token[], at: number): boolean {
  return (
    /^days?$/.test(wordAt(tokens, at + 1)) && !/^attended$|^were$/.test(wordAt(tokens, at + 2))
  );
}

/** "About 1,200" and "just over 1,200" are figures of their own. */
const hedged: Join = (tokens, at) => {
  const hedge = hedgeAt(lowers(tokens, at, 5));
  if (hedge === undefined) return undefined;
  const { words, meaning } = hedge;
  const figure = tokens[at + words.length];
  const isBehind = words[0] === 'more' && isFigure(tokens, at - 1);
  if (figure?.written == null || isBehind || isTime(tokens, at + words.length)) return undefined;
  return {
    tokens: [
      {
        ...figure,
        text: `${words.join(' ')} ${figure.text}`,
        start: tokens[at]?.start ?? figure.start,
        written: { ...figure.written, hedge: meaning },
      },
    ],
    length: words.length + 1,
  };
};

/** Numbers in words, units, phrases and hedges, in the order in which they must be read. */
export const JOINS: readonly Join[] = [fraction, spelled, measured, phrased, hedged];
