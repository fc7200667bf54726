import { describe, expect, it } from 'vitest';
import {
  detectRiskConcentration,
  detectTopShare,
} from '../../../server/domain/insights/detect-concentration.ts';
import { predictLeavers } from '../../../server/domain/insights/predict-leavers.ts';
import { recommend } from '../../../server/domain/insights/recommend.ts';
import { settings } from './settings.ts';

const context = (changes = {}) => ({ minimum: 10, settings: settings(changes) });

describe('revenue of the few', () => {
  const sums = { fans: 500, payers: 120, revenue: 10_000, topFans: 50, topRevenue: 6_200 };

  it('is their share of all of it', () => {
    expect(detectTopShare(sums, context())?.share).toBeCloseTo(0.62, 9);
    expect(detectTopShare({ ...sums, topRevenue: 3_900 }, context())).toBeUndefined();
    expect(detectTopShare({ ...sums, revenue: 0 }, context())).toBeUndefined();
  });

  it('is not told of few, nor where nearly all who paid are the few', () => {
    expect(detectTopShare({ ...sums, topFans: 9 }, context())).toBeUndefined();
    expect(detectTopShare({ ...sums, payers: 59 }, context())).toBeUndefined();
    // Refunds of others: the few bring more than all together.
    expect(detectTopShare({ ...sums, topRevenue: 10_001 }, context())).toBeUndefined();
  });
});

describe('a group at risk', () => {
  const groups = [
    { group: 'Student', fans: 200, told: 200, atRisk: 60 },
    { group: 'Alumni', fans: 500, told: 500, atRisk: 70 },
    { group: null, fans: 300, told: 300, atRisk: 20 },
  ];
  const find = (given = groups, changes = {}) =>
    detectRiskConcentration(given, { dimension: 'primary_affiliation', ...context(changes) });

  it('is compared with all others', () => {
    // 30 % against 90 / 800 = 11.25 %; pooled 15 %: z = 0.1875 / sqrt(0.1275 * (1/200 + 1/800)) = 6.642.
    const found = find();
    expect(found).toMatchObject({ group: 'Student', share: 0.3, othersShare: 0.1125 });
    expect(found?.ratio).toBeCloseTo(2.6667, 4);
    expect(found?.z).toBeCloseTo(6.642, 3);
  });

  it('is not told where it could be chance, or is small', () => {
    expect(find(groups, { risk_z: 7 })).toBeUndefined();
    expect(find(groups, { risk_min_ratio: 3 })).toBeUndefined();
    // Nine guests are hidden, and the students with them: the rest would give the guests away.
    expect(find([...groups, { group: 'Guest', fans: 9, told: 9, atRisk: 9 }])).toBeUndefined();
    expect(
      find([{ group: 'Student', fans: 200, told: 200, atRisk: 195 }, ...groups.slice(1)]),
    ).toBeUndefined();
    expect(find([])).toBeUndefined();
  });
});

describe('what is expected', () => {
  const sums = {
    fans: 1000,
    atRisk: 80,
    contactable: 41,
    atRiskRevenue: 9_000,
    predicted: 0,
    expectedLeavers: 0,
    valued: 0,
    valueAtRisk: 0,
  };

  it('is counted by the rule without a model, and never a probability', () => {
    expect(predictLeavers(sums, context())).toMatchObject({
      source: 'rule',
      leavers: 80,
      share: 0.08,
    });
  });

  it('is the sum of probabilities where every fan has one', () => {
    const all = {
      ...sums,
      predicted: 1000,
      expectedLeavers: 143.2,
      valued: 1000,
      valueAtRisk: 20_000,
    };
    expect(predictLeavers(all, context())).toMatchObject({ source: 'model', leavers: 143.2 });
    expect(predictLeavers({ ...all, predicted: 999 }, context())?.source).toBe('rule');
  });

  it('is not told of few', () => {
    expect(predictLeavers({ ...sums, atRisk: 9 }, context())).toBeUndefined();
    expect(predictLeavers({ ...sums, atRisk: 995 }, context())).toBeUndefined();
    expect(predictLeavers(sums, context({ risk_min_share: 0.081 }))).toBeUndefined();
  });
});

describe('a recommendation', () => {
  const sums = { play: 'win_back', fans: 96, comparable: 96, comparableRevenue: 28_800 } as const;

  it('expects fans times assumed response times what a comparable fan brings', () => {
    expect(recommend(sums, context())).toMatchObject({ mean: 300, effectUnit: 'money' });
    expect(recommend(sums, context())?.effect).toBeCloseTo(2880, 9);
    expect(recommend(sums, context())?.answering).toBeCloseTo(9.6, 9);
    const hosts = {
      play: 'invite_hosts',
      fans: 40,
      comparable: 0,
      comparableRevenue: null,
    } as const;
    expect(recommend(hosts, context())).toMatchObject({ effect: 4, effectUnit: 'fans' });
  });

  it('is not made for few, nor where nothing is to be expected', () => {
    expect(recommend({ ...sums, fans: 24 }, context())).toBeUndefined();
    expect(recommend({ ...sums, comparable: 9 }, context())).toBeUndefined();
    expect(recommend({ ...sums, comparableRevenue: 0 }, context())).toBeUndefined();
    expect(recommend(sums, { ...context(), minimum: 97 })).toBeUndefined();
  });
});
