import type { NoRings } from '../../models/rings-data.ts';
import type { Subject } from '../../models/subject.ts';

/** Filters in words: "Sport is Bowling and affiliation is Faculty". */
export function filtersInWords(filters: NoRings['filters']): string {
  const parts = NAMES.flatMap(([field, name]) => {
    const value = filters[field];
    return value === undefined ? [] : [`${name} is ${value}`];
  });
  const sentence = parts.join(' and ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const NAMES = [
  ['sport', 'sport'],
  ['affiliation', 'affiliation'],
  ['loyalty_tier', 'loyalty tier'],
  ['tier', 'score tier'],
] as const;

/** Whom a cohort is made of, in few words. */
export function cohortName(filters: NoRings['filters']): string {
  const values = NAMES.flatMap(([field]) => filters[field] ?? []);
  return values.length === 0 ? 'All members' : values.join(', ');
}

/** Whom a panel is about, as far as the question says. */
export function subjectName(subject: Subject): string {
  return subject.mode === 'fan' ? subject.wonderId : cohortName(subject.filters);
}
