import type { Token } from './tokens.ts';
import { DIRECTIONS, JUDGEMENTS } from './words.ts';

/** How a figure stands in its sentence. */
export interface FigureRole {
  readonly role: 'level' | 'change' | 'loose';
  /** Of a change: the token that says which way. */
  readonly direction: number | undefined;
}

/** Words that may stand between a direction and its figure. */
const BETWEEN: ReadonlySet<string> = new Set([
  'by',
  'of',
  'a',
  'an',
  'the',
  'only',
  'just',
  'some',
  'net',
  '(',
]);
/** Directions that may follow their figure: "0.4 points higher", "112 more fans". */
const BEHIND: ReadonlySet<string> = new Set(
  `up down higher lower more fewer less better worse additional extra larger smaller stronger weaker rise fall
  drop gain loss increase decrease decline improvement jump dip uptick climb slide slip reduction`.split(
    /\s+/,
  ),
);
const UNITS: ReadonlySet<string> = new Set([
  'points',
  'point',
  'fans',
  'fan',
  'members',
  'people',
  'days',
]);
const REACH = 4;

/** Whether a word claims or judges a movement. */
export function isDirection(word: string): boolean {
  return [...Object.values(DIRECTIONS), ...Object.values(JUDGEMENTS)].some((set) => set.has(word));
}

function before(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const word = tokens[index]?.lower ?? '';
    if (isDirection(word)) return index;
    if (!BETWEEN.has(word)) return undefined;
  }
  return undefined;
}

const AMOUNTING: ReadonlySet<string> = new Set(
  'to amounts amounted comes came is was of reached totals totalled totaled equals ('.split(' '),
);
const LONGEST_SUBJECT = 5;

/** "The decline in referrals amounts to 86": the direction is a noun, its metric behind it. */
function amounting(tokens: readonly Token[], at: number): number | undefined {
  let index = at - 1;
  while (AMOUNTING.has(tokens[index]?.lower ?? '')) index -= 1;
  if (index === at - 1) return undefined;
  for (const least = index - LONGEST_SUBJECT; index > Math.max(0, least); index -= 1) {
    if (tokens[index]?.kind !== 'word') return undefined;
    if (tokens[index]?.lower === 'in' && isDirection(tokens[index - 1]?.lower ?? ''))
      return index - 1;
  }
  return undefined;
}

function behind(tokens: readonly Token[], at: number): number | undefined {
  const skips = UNITS.has(tokens[at + 1]?.lower ?? '') ? 2 : 1;
  const index = at + skips;
  if (!BEHIND.has(tokens[index]?.lower ?? '')) return undefined;
  // "58.3, up 0.4": that direction belongs to the figure behind it.
  const next = tokens[index + 1];
  const isOfNext =
    (next?.kind === 'figure' && tokens[index + 2]?.lower !== 'days') ||
    (next?.lower === 'by' && tokens[index + 2]?.kind === 'figure');
  return isOfNext ? undefined : index;
}

/**
 * A figure is a change where a direction leads to it ("rose by 112", "a fall of $5,201") or follows it ("0.4
 * points higher") or was said for the figure before it; loose behind a "by" without any; else a level ("rose to 1,204", "averages 58.3").
 */
export function roleOf(tokens: readonly Token[], at: number): FigureRole {
  const led = before(tokens, at) ?? amounting(tokens, at);
  const isFlat = DIRECTIONS.flat.has(tokens[led ?? -1]?.lower ?? '');
  if (isFlat) return { role: 'level', direction: undefined };
  if (led !== undefined) return { role: 'change', direction: led };
  const followed = behind(tokens, at);
  if (followed !== undefined) return { role: 'change', direction: followed };
  if (tokens[at - 1]?.lower !== 'by') return { role: 'level', direction: undefined };
  // "Revenue rose by $5, and lifetime value by $9": the direction is said once.
  const said = tokens.findLastIndex(({ lower }, index) => index < at && isDirection(lower));
  return said < 0 ? { role: 'loose', direction: undefined } : { role: 'change', direction: said };
}
