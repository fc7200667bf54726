import type { FindingContext } from '../../../server/domain/insights/finding-context.ts';
import type { InsightFacts } from '../../../server/domain/insights/insight-facts.ts';
import { addDays } from '../../../server/domain/run.ts';
import { settings } from './settings.ts';

export const LAST = '2025-03-01';

export function context(changes: Partial<FindingContext> = {}): FindingContext {
  return {
    settings: settings(),
    minimum: 10,
    windowDays: 90,
    churnDays: 60,
    valueDays: 365,
    eliteMin: 85,
    locale: 'en-US',
    ...changes,
  };
}

/** A day like all the others, but for the last. */
function days(usual: number, last: number) {
  return Array.from({ length: 85 }, (_, i) => {
    const value = i === 84 ? last : usual + (i % 3);
    return { day: addDays(LAST, i - 84), isGameDay: false, value };
  });
}

const RISK = {
  contactable: 30,
  atRiskRevenue: 4000,
  predicted: 0,
  expectedLeavers: 0,
  valued: 0,
  valueAtRisk: 0,
};

/** A department of 1,000 fans with something of every type to say. */
export function departmentFacts(changes: Partial<InsightFacts> = {}): InsightFacts {
  return {
    department: 'marketing',
    scoreDate: LAST,
    fans: 1000,
    told: 1000,
    activity: [{ metric: 'email_opens', days: days(100, 400), activeFans: 280 }],
    changes: [
      {
        metric: 'purchases',
        dimension: 'primary_sport',
        groups: [
          { group: 'Football', fans: 600, told: 600, before: 500, now: 480 },
          { group: 'Basketball', fans: 400, told: 400, before: 300, now: 80 },
        ],
      },
    ],
    figures: [
      {
        metric: 'average_engagement',
        fans: 1000,
        days: Array.from({ length: 28 }, (_, i) => ({
          day: addDays(LAST, i - 27),
          value: 40 - i / 10,
        })),
      },
    ],
    outlook: { ...RISK, fans: 1000, atRisk: 60 },
    risks: [
      {
        dimension: 'primary_affiliation',
        groups: [
          { ...RISK, group: 'Student', fans: 200, told: 200, atRisk: 40 },
          { ...RISK, group: null, fans: 800, told: 800, atRisk: 20 },
        ],
      },
    ],
    spenders: { fans: 1000, payers: 300, revenue: 50_000, topFans: 100, topRevenue: 30_000 },
    plays: [
      { play: 'wake_up', fans: 200, comparable: 700, comparableRevenue: 70_000 },
      { play: 'near_elite', fans: 50, comparable: 0, comparableRevenue: null },
    ],
    ...changes,
  };
}
