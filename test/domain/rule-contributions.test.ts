import { expect, it } from 'vitest';
import { ruleContributions } from '../../server/domain/rule-contributions.ts';

/** As in dbt_project.yml. */
const RULES: ReadonlyMap<string, number> = new Map([
  ['window_days', 90],
  ['churn_sentiment_fall', 50],
  ['inactivity', 40],
  ['spend', 30],
  ['engagement', 20],
  ['sentiment', 10],
]);
const points = (days: number | null, pace: number, shift: number) =>
  ruleContributions(
    {
      days_since_engagement: days,
      spend_rate_ratio: pace,
      engagement_rate_ratio: pace,
      sentiment_shift: shift,
    },
    (group, name) => RULES.get(name ?? group) ?? Number.NaN,
  ).map((part) => part.points);

it('adds up the parts of the rule, by hand', () => {
  // 40 * 45 / 90, 30 * (1 - 0.5), 20 * (1 - 0.5), 10 * 25 / 50
  expect(points(45, 0.5, -25)).toEqual([20, 15, 10, 5]);
});

it('gives all for a silence of the whole window or more, for no pace and for the full fall', () => {
  expect(points(null, 0, -60)).toEqual([40, 30, 20, 10]);
  expect(points(400, 0, -50)).toEqual([40, 30, 20, 10]);
});

it('takes off no more than a pace twice as fast does, and nothing for a better tone', () => {
  expect(points(0, 2, 5).map((each) => each + 0)).toEqual([0, -30, -20, 0]);
  expect(points(0, 7, 5).map((each) => each + 0)).toEqual([0, -30, -20, 0]);
});
