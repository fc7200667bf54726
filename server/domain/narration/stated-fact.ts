import { type Fact, type Measured, makeFact } from '../fact.ts';

/** A fact with what a text may say about it: what the number check goes by. */
export interface StatedFact extends Fact {
  /** Of `metricWords`; `period` for the days that changes are counted over. */
  readonly metric: string;
  /** The one group it is about, by name; null: everyone. */
  readonly group: string | null;
  readonly isChange: boolean;
  /** The group's place among all groups. */
  readonly rank: 'highest' | 'lowest' | null;
}

/** What is known of a fact and of its subject before it is written. */
export interface Stated extends Measured {
  readonly metric: string;
  readonly group?: string;
  readonly rank?: 'highest' | 'lowest';
}

/** A stated fact, written in a locale. */
export function stateFact(stated: Stated, locale: string): StatedFact {
  const { metric, group = null, rank = null, isChange = false } = stated;
  return { ...makeFact(stated, locale), metric, group, rank, isChange };
}

/** The fact without what only the number check needs. */
export function plainFact({ id, label, value, unit, direction, text }: StatedFact): Fact {
  return { id, label, value, unit, direction, text };
}
