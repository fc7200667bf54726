import type { Department } from '../departments.ts';
import type { FactUnit } from '../fact.ts';

/** A figure that detectors watch. */
export interface WatchedMetric {
  readonly metric: string;
  /** As a sentence begins with it. */
  readonly label: string;
  /** Takes a plural verb. */
  readonly isPlural: boolean;
  readonly unit: FactUnit;
  /** Of its changes. */
  readonly changeUnit: FactUnit;
  /** Which way is good; null: neither. */
  readonly good: 'up' | 'down' | null;
}

type Words = readonly [label: string, number: 'is' | 'are', unit: FactUnit, good?: 'down'];

function metricOf(metric: string, [label, number, unit, good = undefined]: Words): WatchedMetric {
  const isPlural = number === 'are';
  const changeUnit = unit === 'score' ? 'points' : unit;
  return { metric, label, isPlural, unit, changeUnit, good: good ?? 'up' };
}

/** What happens on a day, by the column of the activity models. */
const ACTIVITY = new Map<string, Words>([
  ['touches', ['Engagements', 'are', 'count']],
  ['email_opens', ['E-mail opens', 'are', 'count']],
  ['revenue', ['Revenue', 'is', 'money']],
  ['purchases', ['Purchases', 'are', 'count']],
  ['donations', ['Donations', 'are', 'money']],
  ['attendances', ['Attendance', 'is', 'count']],
  ['complaints', ['Complaints', 'are', 'count', 'down']],
  ['referrals', ['Referrals', 'are', 'count']],
]);

/** Published figures of departments whose course is watched. */
const FIGURES = new Map<string, Words>([
  ['average_wonder_score', ['Average WonderScore', 'is', 'score']],
  ['average_engagement', ['Average engagement', 'is', 'score']],
  ['average_value', ['Average value', 'is', 'score']],
  ['average_sentiment', ['Average sentiment', 'is', 'score']],
  ['average_advocacy', ['Average advocacy', 'is', 'score']],
  ['average_hospitality', ['Average hospitality experience', 'is', 'score']],
  ['average_digital', ['Average digital affinity', 'is', 'score']],
  ['average_efficiency', ['Average revenue efficiency', 'is', 'score']],
  ['elite_fans', ['Elite fans', 'are', 'count']],
  ['at_risk_fans', ['Fans at risk', 'are', 'count', 'down']],
  ['revenue', ['Revenue of 90 days', 'is', 'money']],
  ['revenue_per_fan', ['Revenue per fan in 90 days', 'is', 'money']],
  ['attended_days', ['Days attended in 90 days', 'are', 'count']],
  ['email_opens', ['E-mail opens in 90 days', 'are', 'count']],
  ['referrals', ['Referrals in 90 days', 'are', 'count']],
  ['hostings', ['Events hosted in 90 days', 'are', 'count']],
]);

const WATCHED: ReadonlyMap<Department, readonly string[]> = new Map([
  ['executive', ['revenue', 'touches', 'attendances', 'complaints']],
  ['athletics', ['attendances', 'touches', 'revenue']],
  ['marketing', ['email_opens', 'touches', 'purchases']],
  ['finance', ['revenue', 'purchases', 'donations']],
  ['alumni', ['donations', 'referrals', 'touches']],
]);

/** What is watched day by day for a department: each has its own. */
export function watchedActivity(department: Department): WatchedMetric[] {
  return (WATCHED.get(department) ?? []).flatMap((metric) => {
    const words = ACTIVITY.get(metric);
    return words === undefined ? [] : [metricOf(metric, words)];
  });
}

/** A published figure whose course is watched; undefined for others. */
export function watchedFigure(metric: string): WatchedMetric | undefined {
  const words = FIGURES.get(metric);
  return words === undefined ? undefined : metricOf(metric, words);
}

const WITHOUT: ReadonlyMap<string, string> = new Map([
  ['primary_sport', 'a sport'],
  ['primary_affiliation', 'an affiliation'],
  ['loyalty_tier', 'a loyalty tier'],
]);

/** The fans of a group, as a sentence names them. */
export function groupWords(dimension: string, group: string | null): string {
  if (group === null) return `fans without ${WITHOUT.get(dimension) ?? 'a value'}`;
  if (dimension === 'primary_sport') return `${group} followers`;
  return dimension === 'loyalty_tier' ? `${group} members` : `${group} fans`;
}
