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
  /** Of a figure as it was before the change: what a reader reckons from the two figures as they are written. */
  readonly before?: { readonly reckoned: string };
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

/** A level as it was before its change; undefined where that is flat, or of money written short. */
export function formerFact(
  level: StatedFact,
  { change, locale }: { readonly change: StatedFact; readonly locale: string },
): StatedFact | undefined {
  if (level.value === null || change.value === null || change.direction === 'flat')
    return undefined;
  const { metric, unit } = level;
  const label = `${level.label}, before that change`;
  const value = level.value - change.value;
  const former = stateFact({ id: `${metric}.before`, metric, label, value, unit }, locale);
  const [end, moved] = [level.text, change.text].map((text) => Number(text.replaceAll(',', '')));
  const sign = change.direction === 'up' ? -1 : 1;
  const reckoned = unit === 'score' ? ((end ?? 0) + sign * (moved ?? 0)).toFixed(1) : former.text;
  return { ...former, before: { reckoned } };
}

/** The fact without what only the number check needs. */
export function plainFact({ id, label, value, unit, direction, text }: StatedFact): Fact {
  return { id, label, value, unit, direction, text };
}
