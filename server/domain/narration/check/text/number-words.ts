import { wordSet } from '../words/word-set.ts';

const UNITS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['eighth', 8],
  ['tenth', 10],
]);

/** A number read from words, and how many of them it takes. */
export interface SpelledNumber {
  readonly value: number;
  readonly length: number;
}

/** 1 to 99 as one word, "twenty-eight"; undefined for any other. */
function smallNumber(word: string): number | undefined {
  const unit = UNITS.indexOf(word);
  if (unit > 0) return unit;
  const [tens = '', rest] = word.split('-');
  const ten = (TENS.indexOf(tens) + 2) * 10;
  if (ten < 20) return undefined;
  if (rest === undefined) return ten;
  const last = UNITS.indexOf(rest);
  return last < 1 || last > 9 ? undefined : ten + last;
}

/** "nineteen hundred", "two hundred and four", "three million one hundred thousand": from `at` on. */
function wholeNumber(words: readonly string[], at: number): SpelledNumber | undefined {
  let [total, part, end] = [0, 0, at];
  for (let index = at; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const small = smallNumber(word);
    const scale = SCALES.get(word);
    if (small !== undefined && (part === 0 || (part % 100 === 0 && small < 100))) part += small;
    else if (small !== undefined && part % 10 === 0 && part % 100 > 0 && small < 10) part += small;
    else if (scale === 100 && part > 0 && part < 100) part *= 100;
    else if (scale !== undefined && scale > 100 && part > 0) {
      total += part * scale;
      part = 0;
    } else if (word === 'and' && end === index && end > at && total + part >= 100) continue;
    else break;
    end = index + 1;
  }
  return end === at ? undefined : { value: total + part, length: end - at };
}

function decimals(words: readonly string[], at: number): SpelledNumber | undefined {
  const digits: number[] = [];
  while (UNITS.slice(0, 10).includes(words[at + digits.length] ?? '')) {
    digits.push(UNITS.indexOf(words[at + digits.length] ?? ''));
  }
  return digits.length === 0
    ? undefined
    : { value: Number(`0.${digits.join('')}`), length: digits.length };
}

/** "One decline stands out" counts nothing. */
const SINGLED: ReadonlySet<string> = wordSet(
  'decline rise gain drop fall increase decrease concern worry bright weak clear positive negative thing highlight note area place exception',
);

/** A number in words that begins at `at`: "twelve", "a dozen", "two hundred and four", "four point two". */
export function spelledNumber(words: readonly string[], at: number): SpelledNumber | undefined {
  const [first = '', second = ''] = [words[at], words[at + 1]];
  if (first === 'a' && second === 'dozen') return { value: 12, length: 2 };
  if (first === 'a' && SCALES.has(second)) {
    return wholeNumber(['one', ...words.slice(at + 1)], 0);
  }
  if (first === 'two' && /^(ends|extremes|poles|sides)$/.test(second)) return undefined;
  if (first === 'one' && SINGLED.has(second)) return undefined;
  const whole = wholeNumber(words, at);
  if (whole === undefined) return undefined;
  if (words[at + whole.length] === 'dozen') {
    return { value: 12 * whole.value, length: whole.length + 1 };
  }
  const rest =
    words[at + whole.length] === 'point' ? decimals(words, at + whole.length + 1) : undefined;
  return rest === undefined
    ? whole
    : { value: whole.value + rest.value, length: whole.length + 1 + rest.length };
}

const PERSON: ReadonlySet<string> = wordSet('fan member person alum');

/** "Half a point", "a tenth of a point", "nine tenths of a point", with the words up to the last "a". */
export function spelledFraction(words: readonly string[]): SpelledNumber | undefined {
  const rest = words.join(' ');
  const half = /^(?:a |one )?half (?:an? |of an? )?(?=points?\b)/.exec(rest);
  if (half !== null) return { value: 0.5, length: half[0].trim().split(' ').length };
  const found = /^(\w+)[ -](tenth|quarter|third)s? of an? (?=points?\b)/.exec(rest);
  if (found === null) return undefined;
  const [whole, count = '', name = ''] = found;
  const times = count === 'a' ? 1 : smallNumber(count);
  const of = PARTS.get(name);
  if (times === undefined || of === undefined || times >= of) return undefined;
  return { value: times / of, length: whole.trim().split(/[ -]/).length };
}

/** "one in five", "one fan in ten", "one out of every eight", "three in twenty", as a percentage. */
function oneIn(words: readonly string[], at: number): SpelledNumber | undefined {
  const times = smallNumber(words[at] ?? '');
  if (times === undefined) return undefined;
  let index = at + 1;
  if (PERSON.has((words[index] ?? '').replace(/s$/, ''))) index += 1;
  if (words[index] === 'in') index += 1;
  else if (words[index] === 'out' && words[index + 1] === 'of') index += 2;
  else return undefined;
  if (words[index] === 'every') index += 1;
  const of = smallNumber(words[index] ?? '');
  if (of === undefined || of <= times || of === 28) return undefined;
  return { value: (100 * times) / of, length: index + 1 - at };
}

/** A share in words that begins at `at`, as a percentage: "a quarter" (of), "two-thirds", "one in five". */
export function spelledShare(words: readonly string[], at: number): SpelledNumber | undefined {
  const ratio = oneIn(words, at);
  if (ratio !== undefined) return ratio;
  const parts = (words[at] ?? '').split('-');
  const [count = '', name = ''] =
    parts.length === 2
      ? parts
      : PARTS.has(words[at] ?? '')
        ? ['a', words[at]]
        : [words[at], words[at + 1]];
  const length = parts.length === 2 || PARTS.has(words[at] ?? '') ? 1 : 2;
  const of = PARTS.get(name.replace(/s$/, '').replace(/^halve$/, 'half'));
  const times = count === 'a' ? 1 : smallNumber(count);
  const isOfSome = /^(of|the)$/.test(words[at + length] ?? '');
  if (of === undefined || times === undefined || times >= of || !isOfSome) return undefined;
  return { value: (100 * times) / of, length };
}
