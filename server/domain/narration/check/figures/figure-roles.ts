import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { DIRECTIONS, isDirection } from '../words/directions.ts';
import { wordSet } from '../words/word-set.ts';
import { formerMarkAt } from './former-marks.ts';

/** How a figure may stand in its sentence: what it is now, what it was before, by how much it changed. */
export type Role = 'level' | 'former' | 'change';

/** The ways to read how a figure stands; none for one behind a "by" that nothing explains. */
export interface FigureRole {
  readonly roles: readonly Role[];
  /** Of a change: the token that says which way. */
  readonly direction: number | undefined;
}

/** Words that may stand between a direction and its figure. */
const BETWEEN: ReadonlySet<string> =
  wordSet(`by of a an the only just some net ( , further another additional about touch bit little tad shade notch again
  slightly modestly marginally fractionally somewhat gently`);
/** Directions that may follow their figure in any place: "0.4 points higher", "112 more fans". */
const SIDES: ReadonlySet<string> = wordSet(
  'up down higher lower more fewer less better worse additional extra larger smaller greater bigger stronger weaker lighter shorter above below',
);
/** Movements as things, which may follow their figure: "a $41,180 decline in revenue". */
const MOVES: ReadonlySet<string> =
  wordSet(`rise fall drop gain loss increase decrease decline improvement jump dip uptick climb slide slip reduction
  advance upturn downturn lift boost growth uplift surge slump setback downtick contraction expansion cut`);
const UNITS: ReadonlySet<string> = wordSet('points point fans fan members people days - (');
const PASSIVE: ReadonlySet<string> = wordSet('was were been came have has had went is are being');
const REACH = 4;

function before(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const word = wordAt(tokens, index);
    if (word === 'above' || word === 'below') return undefined;
    if (isDirection(word)) return index;
    if (!BETWEEN.has(word)) return undefined;
  }
  return undefined;
}

const AMOUNTING: ReadonlySet<string> = wordSet(
  'to amounts amounted comes came is was of reached totals totalled totaled equals ( ,',
);
const LONGEST_SUBJECT = 5;

/** "The decline in referrals amounts to 86": the direction is a noun, its metric behind it. */
function amounting(tokens: readonly Token[], at: number): number | undefined {
  let index = at - 1;
  while (AMOUNTING.has(wordAt(tokens, index))) index -= 1;
  // "A rise in engagement to 51.3" ends at a level.
  const isEnd = index === at - 2 && wordAt(tokens, at - 1) === 'to';
  if (index === at - 1 || isEnd) return undefined;
  // "Fan growth was 1,150".
  const isBare =
    tokens[index]?.kind === 'word' &&
    /^(is|was|of|comes|came|to|amounts|amounted|totals|totalled)$/.test(wordAt(tokens, at - 1));
  if (isBare && MOVES.has(wordAt(tokens, index))) return index;
  for (const least = index - LONGEST_SUBJECT; index > Math.max(0, least); index -= 1) {
    if (tokens[index]?.kind !== 'word') return undefined;
    if (
      /^(in|of)$/.test(wordAt(tokens, index)) &&
      MOVES.has(wordAt(tokens, index - 1).replace(/(?<=ss)es$|(?<!s)s$/, ''))
    )
      return index - 1;
  }
  return undefined;
}

/** "Some $59,000 was added to lifetime value", "400 e-mail opens were gained". */
function passive(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at + 1; index <= at + REACH; index += 1) {
    const word = wordAt(tokens, index);
    if (tokens[index]?.kind !== 'word') return undefined;
    if (/^(joined|arrived)$/.test(word)) return index;
    // "With 1,260 fans added in 28 days".
    const isLed = isFigure(tokens, index + 1) || wordAt(tokens, index + 1) === 'by';
    if (/^(added|gained|lost|shed)$/.test(word) && !isLed) return index;
    if (!PASSIVE.has(word)) continue;
    const verb = PASSIVE.has(wordAt(tokens, index + 1)) ? index + 2 : index + 1;
    const next = wordAt(tokens, verb);
    const isNextLed = isFigure(tokens, verb + 1) || wordAt(tokens, verb + 1) === 'by';
    return /^(added|gained|lost|shed|cut|trimmed|off|down|up|welcomed)$/.test(next) && !isNextLed
      ? verb
      : undefined;
  }
  return undefined;
}

function behind(tokens: readonly Token[], at: number): number | undefined {
  let index = at + 1;
  while (UNITS.has(wordAt(tokens, index))) index += 1;
  const word = wordAt(tokens, index);
  if (!SIDES.has(word) && !MOVES.has(word)) return passive(tokens, at);
  // "58.3, up 0.4": that direction belongs to the figure behind it.
  const next = tokens[index + 1];
  const isOfNext =
    (next?.kind === 'figure' && wordAt(tokens, index + 2) !== 'days') ||
    (/^(by|of)$/.test(next?.lower ?? '') && isFigure(tokens, index + 2));
  return isOfNext ? undefined : index;
}

/** "Up by 1,150 and 0.8 points": the figure before, that this one goes on from. */
function coordinated(tokens: readonly Token[], at: number): number | undefined {
  let index = at - 1;
  if (wordAt(tokens, index) === 'and') {
    // "$1.3M was gained in lifetime value and $240,000 in revenue".
    const said = tokens.findLastIndex(({ kind }, place) => place < index && kind !== 'word');
    if (isFigure(tokens, said) && index - said <= 2 * REACH) return said;
    index -= 1;
  }
  if (wordAt(tokens, index) === ',') index -= 1;
  if (index === at - 1) return undefined;
  if (UNITS.has(wordAt(tokens, index))) index -= 1;
  return isFigure(tokens, index) ? index : undefined;
}

const level = (...roles: readonly Role[]): FigureRole => ({ roles, direction: undefined });

/**
 * A figure is a change where a direction leads to it ("rose by 112", "a fall of $5,201"), follows it ("0.4 points
 * higher") or was said for the figure before it; what was before where a mark of time says so ("from 57.9"); else a
 * level ("rose to 1,204", "averages 58.3").
 */
export function roleOf(tokens: readonly Token[], at: number): FigureRole {
  const mark = formerMarkAt(tokens, at);
  if (mark === 'former') return level('former');
  if (mark === 'compared') return level('former', 'level');
  const led = before(tokens, at);
  if (led !== undefined && DIRECTIONS.flat.has(wordAt(tokens, led))) return level('level');
  // "Trending up (318, previously 289)".
  if (led !== undefined && /^[(,]$/.test(tokens[at - 1]?.text ?? ''))
    return { roles: ['change', 'level'], direction: led };
  if (led !== undefined) return { roles: ['change'], direction: led };
  const followed = behind(tokens, at);
  if (followed !== undefined) return { roles: ['change'], direction: followed };
  if (/^changes?$/.test(wordAt(tokens, at - 2)) && wordAt(tokens, at - 1) === 'of')
    return level('change');
  const amount = amounting(tokens, at);
  if (amount !== undefined) {
    const isApposed = wordAt(tokens, at - 1) === ',';
    return { roles: isApposed ? ['change', 'level'] : ['change'], direction: amount };
  }
  const first = coordinated(tokens, at);
  const shared = first === undefined ? undefined : roleOf(tokens, first);
  if (shared?.roles.includes('change') === true && shared.direction !== undefined)
    if (shared.direction < at) return { roles: ['change', 'level'], direction: shared.direction };
  if (wordAt(tokens, at - 1) !== 'by') return level('level');
  // "Revenue rose by $5, and lifetime value by $9": the direction is said once.
  const said = tokens.findLastIndex(({ lower }, index) => index < at && isDirection(lower));
  return said < 0 ? level() : { roles: ['change'], direction: said };
}
