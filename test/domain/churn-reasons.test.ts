import { describe, expect, it } from 'vitest';
import { churnReasons } from '../../server/domain/churn-reasons.ts';

const FEATURES = {
  days_since_last_engagement: 74,
  engagement_score: 11.25,
  loyalty_score: 20,
  value_score: 8.5,
  spend_last_30d: 0,
  spend_prior_60d: 120,
  engagements_last_30d: 0,
  complaint_count: 2,
};
const say = (points: Record<string, number>, values = {}) =>
  churnReasons(
    Object.entries(points).map(([feature, each]) => ({ feature, points: each })),
    { ...FEATURES, ...values },
  ).map(({ text }) => text);

describe('reasons', () => {
  it('are the three strongest that staff can act on, in words', () => {
    expect(
      say({
        loyalty_score: 30,
        complaint_count: 3,
        days_since_last_engagement: 22,
        spend_last_30d: 8,
        engagement_score: 2,
      }),
    ).toEqual([
      'No engagement for 74 days',
      'No spend in the last 30 days, after $120 in the 60 before',
      '2 complaints in 90 days',
    ]);
  });

  it('tell no fact twice, and a score only where no fact stands for it', () => {
    expect(
      say({
        engagement_score: 20,
        days_since_last_engagement: 12,
        engagements_last_30d: 14,
        value_score: 6,
        spend_last_30d: 0.1,
      }),
    ).toEqual(['No engagement in the last 30 days', 'Value score of 8.5 of 100']);
    expect(say({ inactivity: 12, engagement: 30 }, { engagement_rate_ratio: 0.5 })).toEqual([
      'Engages at 50% of the pace of the 60 days before',
    ]);
  });

  it('leave out what lowers the risk, hardly raises it, or is nothing to name', () => {
    expect(say({ engagement_score: -4, spend_last_30d: 0.4 })).toEqual([]);
    expect(say({ engagement_score: 0.5 })).toHaveLength(1);
    expect(say({ complaint_count: 5 }, { complaint_count: 0 })).toEqual([]);
  });

  it('say what is, at every size', () => {
    const days = (value: number) =>
      say({ days_since_last_engagement: 5 }, { days_since_last_engagement: value })[0];
    expect([days(365), days(14), days(13), days(1), days(0)]).toEqual([
      'No engagement for a year or more',
      'No engagement for 14 days',
      'Last engaged 13 days ago',
      'Last engaged 1 day ago',
      'Last engaged on the day itself',
    ]);
    expect(say({ spend_last_30d: 5 }, { spend_last_30d: -58 })).toEqual([
      '$58 more refunded than spent in the last 30 days',
    ]);
    expect(say({ spend_last_30d: 5 }, { spend_prior_60d: 0 })).toEqual([
      'No spend in the last 90 days',
    ]);
    // Refunds, or days nobody knows of, are no spend of ninety days.
    for (const spend_prior_60d of [-20, null]) {
      expect(say({ spend_last_30d: 5 }, { spend_prior_60d })).toEqual([
        'No spend in the last 30 days',
      ]);
    }
    expect(say({ complaint_count: 5 }, { complaint_count: 1 })).toEqual(['1 complaint in 90 days']);
  });

  it('of the rule name its parts', () => {
    const rule = {
      days_since_engagement: null,
      spend_rate_ratio: 0,
      engagement_rate_ratio: 0.25,
      sentiment_shift: -12.5,
    };
    expect(say({ inactivity: 40, spend: 30, engagement: 15 }, rule)).toEqual([
      'No engagement for 90 days or more',
      'Spends nothing now, unlike in the 60 days before',
    ]);
    expect(say({ engagement: 15 }, rule)).toEqual([
      'Engages at 25% of the pace of the 60 days before',
    ]);
    expect(say({ sentiment: 5 }, rule)).toEqual(['The tone on social media fell by 12.5 points']);
  });
});
