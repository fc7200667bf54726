import type { FactUnit } from '../../../fact.ts';
import { TIER_FLOORS } from '../../../tiers.ts';
import type { StatedFact } from '../../stated-fact.ts';
import { saysSame, type Written, writtenFigure } from '../text/written-figure.ts';

const KINDS: Readonly<Record<FactUnit, Written['kind']>> = {
  count: 'plain',
  score: 'plain',
  points: 'plain',
  days: 'plain',
  money: 'money',
  percent: 'percent',
  probability: 'percent',
};
const SCALES: Readonly<Record<Written['scale'], number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9 };

/** How far "just over" and "nearly" may be from the value, and "about" where it has one digit, as a share of it. */
const NEAR = 0.03;
const NEAR_ONE_DIGIT = 0.035;
const NEAR_SIDED_ONE_DIGIT = 0.05;
/** How far a share in words may be from the value, in percentage points: plain, and behind "about". */
const NEAR_SHARE = 0.5;
const NEAR_HEDGED_SHARE = 2;

/** Digits that say something: 1,200 has two, 0.42 has two, 58.30 has three. */
function significantDigits(amount: number): number {
  return Number(amount.toPrecision(12))
    .toString()
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}

/** The place of the last digit that says something. */
function stepOf(amount: number): number {
  const order = Math.floor(Math.log10(amount)) + 1;
  return 10 ** (order - significantDigits(amount));
}

const tierOf = (score: number) => TIER_FLOORS.filter((floor) => score >= floor).length;

const isRounded = (size: number, amount: number, step: number) =>
  Math.abs(size - amount) <= step / 2 + 1e-9 * step;

function isAbout(size: number, amount: number): boolean {
  if (!isRounded(size, amount, stepOf(amount))) return false;
  return significantDigits(amount) >= 2 || Math.abs(size - amount) <= NEAR_ONE_DIGIT * size;
}

function isShare(written: Written, size: number): boolean {
  const away = written.value - size;
  if (written.hedge === undefined) return Math.abs(away) <= NEAR_SHARE;
  if (written.hedge === 'about') return Math.abs(away) <= NEAR_HEDGED_SHARE;
  return written.hedge === 'over'
    ? away < 0 && away >= -NEAR_HEDGED_SHARE
    : away > 0 && away <= NEAR_HEDGED_SHARE;
}

/**
 * Whether a written figure says what a fact says. Plain digits must be the fact's text or its very value. A
 * short figure ($1.2 million, 48.2K) must be the value rounded to its last digit, with two digits at least.
 * "About" may round to two digits, or to one where that is nearer than a fortieth; "over" and "nearly" must be
 * on the side they say and within three hundredths, with fewer digits than the fact's text. No rounding may
 * move a score into another tier.
 */
export function saysFact(written: Written, fact: StatedFact): boolean {
  if (fact.before === undefined || fact.before.reckoned === fact.text) return says(written, fact);
  const value = Number(fact.before.reckoned);
  return says(written, fact) || says(written, { ...fact, value, text: fact.before.reckoned });
}

function says(written: Written, { value, unit, text }: StatedFact): boolean {
  const told = writtenFigure(unit === 'days' ? text.replace(/\s\p{L}+$/u, '') : text);
  if (told === null || written.bound !== told.bound) return false;
  const { hedge, sign: _, ...bare } = written;
  if (saysSame(bare, told)) return hedge === undefined || hedge === 'about';
  if (value === null || written.bound !== undefined || KINDS[unit] !== written.kind) return false;
  const size = Math.abs(unit === 'probability' ? 100 * value : value);
  if (written.isShare === true) return isShare(written, size);
  const amount = written.value * SCALES[written.scale];
  const isSided = hedge === 'over' || hedge === 'under';
  if (unit === 'score' && !isSided && tierOf(amount) !== tierOf(size)) return false;
  if (hedge === undefined) {
    if (written.scale === '')
      return amount === size || (size >= 1000 && amount === Math.round(size));
    const step = SCALES[written.scale] / 10 ** written.decimals;
    return significantDigits(amount) >= 2 && isRounded(size, amount, step);
  }
  if (unit === 'days') return false;
  if (hedge === 'about') return isAbout(size, amount);
  const shown = told.value * SCALES[told.scale];
  const share = significantDigits(amount) === 1 ? NEAR_SIDED_ONE_DIGIT : NEAR;
  const near = Math.max(share * size, unit === 'percent' ? NEAR_SHARE : 0);
  const isOnSide =
    hedge === 'over'
      ? amount < Math.min(size, shown) && size - amount <= near
      : amount > Math.max(size, shown) && amount - size <= near;
  return isOnSide && significantDigits(amount) < significantDigits(shown);
}
