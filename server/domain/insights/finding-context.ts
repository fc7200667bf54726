import { type Fact, type Measured, makeFact } from '../fact.ts';
import type { InsightSettings } from './insight-settings.ts';

/** What findings are made with besides the facts. */
export interface FindingContext {
  readonly settings: InsightSettings;
  /** Smallest group that may be told of. */
  readonly minimum: number;
  /** Days that the sums of scores look back. */
  readonly windowDays: number;
  /** Days that the churn model looks ahead. */
  readonly churnDays: number;
  /** Days that a predicted value is of. */
  readonly valueDays: number;
  /** Lowest score of an Elite fan. */
  readonly eliteMin: number;
  /** A BCP 47 tag. */
  readonly locale: string;
}

/** A fact by its id, and its text. */
export interface FactSheet {
  readonly facts: readonly Fact[];
  /** The fact to write into a text; nothing for an id that is not among them. */
  readonly fact: (id: string) => readonly Fact[];
}

/** The days that sums of scores look back, as a fact: for texts that say how long. */
export function windowFact({ windowDays }: FindingContext): Measured {
  return { id: 'window', label: 'Days looked back', value: windowDays, unit: 'days' };
}

/** Measured values as facts, written in the locale. */
export function factSheet(measured: readonly Measured[], { locale }: FindingContext): FactSheet {
  const facts = measured.map((each) => makeFact(each, locale));
  return { facts, fact: (id) => facts.filter((fact) => fact.id === id) };
}

const DAY_FORMS = {
  long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  weekday: { weekday: 'long' },
  short: { month: 'short', day: 'numeric' },
} as const;

/** A day in words of the locale: in full, its weekday alone, or day and month. */
export function dayWords(
  day: string,
  { locale }: FindingContext,
  form: keyof typeof DAY_FORMS,
): string {
  return new Intl.DateTimeFormat(locale, { ...DAY_FORMS[form], timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
