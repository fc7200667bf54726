import type { FactUnit } from './fact.ts';
import { TIER_FLOORS } from './tiers.ts';

/** The written value where there is none. */
export const NO_DATA = 'no data';

/** Unit and locale of a written value. */
export interface NumberStyle {
  readonly unit: FactUnit;
  /** A BCP 47 tag such as `en-US`. */
  readonly locale: string;
}

const MILLION = 1e6;
const USD = { style: 'currency', currency: 'USD' } as const;
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

const crosses = (value: number, written: number) =>
  TIER_FLOORS.some((floor) => value < floor && written >= floor);

/** The digits a score needs: one, or two where one would carry it into a tier that it has not reached. */
function scoreDigits(value: number): { readonly value: number; readonly digits: number } {
  for (const digits of [1, 2]) {
    if (!crosses(value, Number(value.toFixed(digits)))) return { value, digits };
  }
  return { value: Math.floor(value * 100) / 100, digits: 2 };
}

function decimals(least: number, most = least): Intl.NumberFormatOptions {
  return { minimumFractionDigits: least, maximumFractionDigits: most };
}

function moneyOptions(value: number): Intl.NumberFormatOptions {
  if (Math.abs(value) < 100 && !Number.isInteger(value)) return { ...USD, ...decimals(2) };
  // Half a dollar below a million is written as a million: as a short one.
  return Math.abs(value) < MILLION - 0.5
    ? { ...USD, ...decimals(0) }
    : { ...USD, notation: 'compact', ...decimals(0, 2) };
}

/** Neither impossible nor certain unless it is: the least and the most that one decimal can say. */
function boundProbability(value: number): { readonly value: number; readonly sign: string } {
  if (value > 0 && value < 0.001) return { value: 0.001, sign: '<' };
  if (value > 0.999 && value < 1) return { value: 0.999, sign: '>' };
  return { value, sign: '' };
}

function parts(value: number, { unit, locale }: NumberStyle): Intl.NumberFormatPart[] {
  const write = (number: number, options: Intl.NumberFormatOptions) =>
    formatOf(locale, options).formatToParts(number);
  switch (unit) {
    case 'count':
      return write(value, decimals(0));
    case 'score': {
      const score = scoreDigits(value);
      return write(score.value, decimals(score.digits));
    }
    case 'points':
      return write(value, decimals(1));
    case 'percent':
      return write(value / 100, { style: 'percent', ...decimals(0, 1) });
    case 'probability': {
      const bounded = boundProbability(value);
      const written = write(bounded.value, { style: 'percent', ...decimals(0, 1) });
      return bounded.sign === '' ? written : [{ type: 'literal', value: bounded.sign }, ...written];
    }
    case 'money':
      return write(value, moneyOptions(value));
    case 'days':
      // Texts are English in every locale; only the digits are the reader's.
      return [
        ...write(value, decimals(0)),
        { type: 'literal', value: Math.abs(Math.round(value)) === 1 ? ' day' : ' days' },
      ];
  }
}

/**
 * A value in words of a locale: counts in full, scores and points with one decimal, percentages with one
 * where they have it, money with cents below a hundred and in full below a million. The one place where figures of texts are written.
 */
export function formatNumber(value: number | null, style: NumberStyle): string {
  if (value === null || !Number.isFinite(value)) return NO_DATA;
  const written = parts(value, style);
  const isNil = !written.some(({ type, value: text }) => type !== 'literal' && /[1-9]/.test(text));
  return written
    .map(({ type, value: text }) => (type === 'minusSign' ? (isNil ? '' : '\u2212') : text))
    .join('');
}
