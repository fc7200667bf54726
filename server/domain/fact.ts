import { formatNumber } from './format-number.ts';

/** The units of facts. */
export const FACT_UNITS = [
  'count',
  'score',
  'points',
  'percent',
  'money',
  'days',
  'probability',
] as const;

/**
 * What a fact's value is measured in: `count` of things or people, `score` 0..100, `points` of a score,
 * `percent` 0..100, `money` in US dollars, `days`, `probability` 0..1.
 */
export type FactUnit = (typeof FACT_UNITS)[number];

/** Which way something went; null where a value is no change. */
export type Direction = 'up' | 'down' | 'flat' | null;

/** One thing that was calculated and may be said: texts refer to it by its id. */
export interface Fact {
  /** Unique among the facts of one text. */
  readonly id: string;
  /** What was measured, of whom and when, in words. */
  readonly label: string;
  /** Null: no data. A fall is negative. */
  readonly value: number | null;
  readonly unit: FactUnit;
  readonly direction: Direction;
  /** The value as a text writes it; of a change the size only, because the direction is a word. */
  readonly text: string;
}

/** What is known of a fact before it is written. */
export interface Measured {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: FactUnit;
  /** The value is a change: it gets a direction, and its text has no sign. */
  readonly isChange?: boolean;
}

/** The same fact, written in another locale. */
export function factIn(fact: Fact, locale: string): Fact {
  return makeFact({ ...fact, isChange: fact.direction !== null }, locale);
}

/** A fact with its text in a locale. A change too small to be written is flat. */
export function makeFact(measured: Measured, locale: string): Fact {
  const { id, label, value, unit, isChange = false } = measured;
  if (!isChange || value === null) {
    const text = formatNumber(value, { unit, locale });
    return { id, label, value, unit, direction: null, text };
  }
  const text = formatNumber(Math.abs(value), { unit, locale });
  const isNil = text === formatNumber(0, { unit, locale });
  const direction = isNil ? 'flat' : value > 0 ? 'up' : 'down';
  return { id, label, value, unit, direction, text };
}
