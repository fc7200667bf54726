import { type Fact, type Measured, makeFact } from '../fact.ts';
import type { InsightSettings } from './insight-settings.ts';

/** What findings are made with besides the facts. */
export interface FindingContext {
  readonly settings: InsightSettings;
  /** Smallest group that may be told of. */
  readonly minimum: number;
  /** Days that the sums of scores look back. */
  readonly windowDays: number;
  /** A BCP 47 tag. */
  readonly locale: string;
}

/** A fact by its id, and its text. */
export interface FactSheet {
  readonly facts: readonly Fact[];
  /** The written value of a fact; empty for an id that is not among them. */
  readonly text: (id: string) => string;
}

/** The days that sums of scores look back, as a fact: for texts that say how long. */
export function windowFact({ windowDays }: FindingContext): Measured {
  return { id: 'window', label: 'Days looked back', value: windowDays, unit: 'days' };
}

/** Measured values as facts, written in the locale. */
export function factSheet(measured: readonly Measured[], { locale }: FindingContext): FactSheet {
  const facts = measured.map((each) => makeFact(each, locale));
  const texts = new Map(facts.map(({ id, text }) => [id, text]));
  return { facts, text: (id) => texts.get(id) ?? '' };
}

/** A day in words of the locale: with its weekday, or the weekday alone. */
export function dayWords(
  day: string,
  { locale }: FindingContext,
  form: 'long' | 'weekday',
): string {
  const style: Intl.DateTimeFormatOptions =
    form === 'weekday'
      ? { weekday: 'long' }
      : { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
