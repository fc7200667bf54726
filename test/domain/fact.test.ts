import { describe, expect, it } from 'vitest';
import { type FactUnit, makeFact } from '../../server/domain/fact.ts';
import { formatNumber } from '../../server/domain/format-number.ts';
import { TIER_FLOORS } from '../../server/domain/tiers.ts';
import { readProject } from '../support/rendered-sql.ts';

describe('a written number', () => {
  it.each<[number | null, FactUnit, string]>([
    [48_216, 'count', '48,216'],
    [0, 'count', '0'],
    [58.34, 'score', '58.3'],
    [84.6, 'score', '84.6'],
    [33.96, 'score', '34.0'],
    [84.96, 'score', '84.96'],
    [84.999, 'score', '84.99'],
    [85, 'score', '85.0'],
    [-0.42, 'points', '\u22120.4'],
    [-0.01, 'points', '0.0'],
    [71, 'percent', '71%'],
    [12.34, 'percent', '12.3%'],
    [0.624, 'probability', '62.4%'],
    [0, 'probability', '0%'],
    [0.000_01, 'probability', '<0.1%'],
    [0.000_99, 'probability', '<0.1%'],
    [0.001, 'probability', '0.1%'],
    [0.999, 'probability', '99.9%'],
    [0.9992, 'probability', '>99.9%'],
    [1, 'probability', '100%'],
    [118_240.4, 'money', '$118,240'],
    [999_999.7, 'money', '$1M'],
    [1_243_900, 'money', '$1.24M'],
    [-5, 'money', '\u2212$5'],
    [40.2175, 'money', '$40.22'],
    [1, 'days', '1 day'],
    [28, 'days', '28 days'],
    [null, 'money', 'no data'],
    [Number.NaN, 'score', 'no data'],
  ])('%s in %s is %s', (value, unit, text) => {
    expect(formatNumber(value, { unit, locale: 'en-US' })).toBe(text);
  });

  it.each([
    ['de-DE', '48.216', '58,3'],
    ['fr-FR', '48\u202f216', '58,3'],
  ])('is written as %s does', (locale, count, score) => {
    expect(formatNumber(48_216, { unit: 'count', locale })).toBe(count);
    expect(formatNumber(58.3, { unit: 'score', locale })).toBe(score);
    expect(formatNumber(48_216, { unit: 'days', locale })).toBe(`${count} days`);
  });
});

it('the floors of the tiers are those of the scores', async () => {
  const { vars } = await readProject();
  const floors = Object.values(vars.wonder_tiers ?? {}).toSorted(
    (one, other) => Number(one) - Number(other),
  );
  expect(floors).toEqual(TIER_FLOORS);
});

describe('a fact', () => {
  const change = (value: number | null, unit: FactUnit = 'points') =>
    makeFact({ id: 'c', label: 'Change', value, unit, isChange: true }, 'en-US');

  it('that is a change has a direction and no sign', () => {
    expect(change(-0.42)).toMatchObject({ direction: 'down', text: '0.4', value: -0.42 });
    expect(change(112, 'count')).toMatchObject({ direction: 'up', text: '112' });
  });

  it('that changed by less than is written is flat', () => {
    expect(change(0.04)).toMatchObject({ direction: 'flat', text: '0.0' });
  });

  it('without data has neither', () => {
    expect(change(null)).toMatchObject({ direction: null, text: 'no data' });
  });

  it('that is no change keeps its sign', () => {
    const fact = makeFact({ id: 'm', label: 'Refunds', value: -5, unit: 'money' }, 'en-US');
    expect(fact).toMatchObject({ direction: null, text: '\u2212$5' });
  });
});
