import type { Rules } from './base-receipts.ts';
import type { Contribution } from './churn-reasons.ts';
import { numberOf, numberOrNull, type Values } from './values.ts';

/** What each part of the rule adds to a fan's risk of 0..100, from the inputs of the scores. */
export function ruleContributions(inputs: Values, rules: Rules): Contribution[] {
  const weight = (name: string) => rules('churn_weights', name);
  const window = rules('window_days');
  const fall = rules('churn_sentiment_fall');
  const days = Math.min(numberOrNull(inputs, 'days_since_engagement') ?? window, window);
  const slower = (name: string) => 1 - clip(numberOf(inputs, `${name}_rate_ratio`), 0, 2);
  return [
    { feature: 'inactivity', points: (weight('inactivity') * days) / window },
    { feature: 'spend', points: weight('spend') * slower('spend') },
    { feature: 'engagement', points: weight('engagement') * slower('engagement') },
    {
      feature: 'sentiment',
      points: (weight('sentiment') * -clip(numberOf(inputs, 'sentiment_shift'), -fall, 0)) / fall,
    },
  ];
}

function clip(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
