import type { LandingType } from './landing-tables.ts';
import { isCalendarDay } from './run.ts';

const WHOLE = /^ *([+-]?\d+)(\.0*)? *$/;
const NUMBER = /^ *[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+)) *$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?$/;
const BOOLEAN = /^(true|false|t|f|1|0)$/i;

const BIGINT_LEAST = -(2n ** 63n);
const BIGINT_MOST = 2n ** 63n - 1n;
const MONEY_LIMIT = 10n ** 18n;

function wholeProblem(text: string): string | undefined {
  const digits = WHOLE.exec(text)?.[1];
  if (digits === undefined) return 'is not a whole number';
  const value = BigInt(digits.replace('+', ''));
  return value < BIGINT_LEAST || value > BIGINT_MOST ? 'does not fit a bigint' : undefined;
}

function moneyProblem(text: string): string | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return 'is not a decimal number';
  const [, whole = '0', decimals, bare] = match;
  const places = (decimals ?? bare ?? '').padEnd(3, '0');
  const cents = BigInt(whole + places.slice(0, 2)) + (Number(places[2]) >= 5 ? 1n : 0n);
  return cents >= MONEY_LIMIT ? 'does not fit a decimal(18,2)' : undefined;
}

function isDay(text: string): boolean {
  return isCalendarDay(text) && !text.startsWith('0000');
}

function momentProblem(text: string): string | undefined {
  const match = MOMENT.exec(text);
  if (match === null) return 'is not a time (YYYY-MM-DD HH:MM:SS)';
  return isDay(match[1] ?? '') ? undefined : 'is not a day of the calendar';
}

function dayProblem(text: string): string | undefined {
  if (!DAY.test(text)) return 'is not a date (YYYY-MM-DD)';
  return isDay(text) ? undefined : 'is not a day of the calendar';
}

/**
 * Why a non-empty text is no value of a column's type, or undefined where it is one. Money with more
 * than two decimals is rounded half away from zero, as both engines do.
 */
export function landingValueProblem(type: LandingType, text: string): string | undefined {
  switch (type) {
    case 'varchar':
      return undefined;
    case 'bigint':
      return wholeProblem(text);
    case 'decimal(18,2)':
      return moneyProblem(text);
    case 'date':
      return dayProblem(text);
    case 'timestamp':
      return momentProblem(text);
    case 'boolean':
      return BOOLEAN.test(text) ? undefined : 'is not true or false';
  }
}
