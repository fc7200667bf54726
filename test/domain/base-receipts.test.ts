import { describe, expect, it } from 'vitest';
import { baseReceipts } from '../../server/domain/base-receipts.ts';
import type { Values } from '../../server/domain/values.ts';

/** Rules as in dbt_project.yml, as far as they decide what is a default. */
const RULES: ReadonlyMap<string, number> = new Map([
  ['window_days', 90],
  ['default_tier_points', 10],
]);
const COMPONENTS = [
  ...['attendance', 'digital', 'social', 'learning', 'tenure', 'redemption', 'revenue'],
  ...['frequency', 'recency', 'nps', 'review', 'sentiment', 'referral', 'amplification', 'hosting'],
].map((name) => `${name}_component`);
const SCORES = ['wonder', 'engagement', 'loyalty', 'value', 'sentiment', 'advocacy'];
const BASES = SCORES.slice(1);
const INPUTS = [
  ...['attended_days', 'digital_activity', 'social_posts', 'courses', 'account_age_days'],
  ...[
    'redemptions',
    'tier_changes',
    'revenue',
    'purchase_days',
    'days_since_purchase',
    'categories',
  ],
  ...['nps_average', 'review_average', 'social_average', 'complaints', 'referrals', 'conversions'],
  ...['reach', 'hostings'],
];
const each = <T>(names: readonly string[], value: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Which receipts say that a default stands in them, for a fan who has everything but what is changed. */
function defaults(changes: { scores?: Values; inputs?: Values }): string[] {
  const receipts = baseReceipts({
    scores: {
      ...each(COMPONENTS, 50),
      ...each(['tier_component', 'stability_bonus', 'breadth_bonus', 'complaint_penalty'], 50),
      ...each(
        SCORES.map((name) => `${name}_score`),
        50,
      ),
      ...each(
        BASES.map((name) => `has_${name}`),
        true,
      ),
      loyalty_tier: 'Gold',
      ...changes.scores,
    },
    inputs: { ...each(INPUTS, 1), ...changes.inputs },
    rules: (group) => RULES.get(group) ?? 0.25,
  });
  return receipts.filter((receipt) => receipt.default_used).map(({ score }) => score);
}

describe('a receipt says that a default stands', () => {
  it('nowhere where the fan has everything', () => {
    expect(defaults({})).toEqual([]);
  });

  it.each(BASES)(
    'for the whole of %s, and in the WonderScore, where the fan has no such fact',
    (score) => {
      expect(defaults({ scores: { [`has_${score}`]: false } })).toEqual(['wonder', score]);
    },
  );

  it('for the days since a purchase only beyond the window of 90', () => {
    expect(defaults({ inputs: { days_since_purchase: 90 } })).toEqual([]);
    expect(defaults({ inputs: { days_since_purchase: 91 } })).toEqual(['value']);
  });

  it.each([
    ['loyalty', { scores: { tier_component: 10 } }],
    ['loyalty', { inputs: { account_age_days: null } }],
    ['sentiment', { inputs: { nps_average: null } }],
    ['sentiment', { inputs: { review_average: null } }],
    ['sentiment', { inputs: { social_average: null } }],
  ])('in %s for %o', (score, changes) => {
    expect(defaults(changes)).toEqual([score]);
  });
});
