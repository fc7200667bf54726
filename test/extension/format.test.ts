import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../extension/ui/format.ts';
import { usableLocale } from '../../extension/ui/locale.ts';
import { roundWithin } from '../../extension/ui/rounding.ts';

const today = new Date('2025-03-03T12:00:00Z');
const SCORE_EDGES = [40, 55, 70, 85];
const RISK_EDGES = [40, 70];
const thresholds = { score: SCORE_EDGES, risk: RISK_EDGES };
const en = createFormat({ locale: 'en-US', today, timeZone: 'UTC', thresholds });
const de = createFormat({ locale: 'de-DE', today, timeZone: 'UTC' });

describe('scores', () => {
  it.each([
    [74.27, '74.3'],
    [84.6, '84.6'],
    [84.96, '84.96'],
    [39.97, '39.97'],
    [85, '85.0'],
    [0, '0.0'],
    [100, '100.0'],
  ])('writes %d as %s', (value, words) => expect(en.score(value)).toBe(words));

  it('never rounds across the edge of a tier', () => {
    const tier = (score: number): number => SCORE_EDGES.filter((edge) => score >= edge).length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ten) => {
        const score = ten / 10_000;
        expect(tier(roundWithin(score, SCORE_EDGES).value)).toBe(tier(score));
      }),
    );
  });

  it('keeps a risk in its level', () => {
    expect(en.score(69.98, RISK_EDGES)).toBe('69.98');
    expect(en.score(69.999, RISK_EDGES)).toBe('69.99');
  });

  it('rounds a ring to a whole number', () => {
    expect(en.whole(70.5)).toBe('71');
    expect(en.whole(0)).toBe('0');
  });
});

describe('top', () => {
  it.each([
    [11.8, '12%'],
    [12, '12%'],
    [1, '1%'],
    [0.99, '1.0%'],
    [0.34, '0.4%'],
    [0.1, '0.1%'],
    [0, '0.1%'],
    [100, '100%'],
  ])('writes the top %d as %s, never nearer the top', (percent, words) =>
    expect(en.top(percent)).toBe(words),
  );

  it('follows the locale', () => expect(de.top(11.8)).toBe('12\u00a0%'));
});

describe('numbers', () => {
  it('writes minus as a minus', () => {
    expect(en.points(-5)).toBe('\u22125.00');
    expect(en.money(-1200)).toBe('\u2212$1,200');
  });

  it('has no negative nothing', () => {
    expect(en.points(-0.001)).toBe('0.00');
    expect(en.change(-0.04)).toBe('0.0');
  });

  it('shows money in full below a million', () => {
    expect(en.money(999_999)).toBe('$999,999');
    expect(en.money(1_240_000)).toBe('$1.24M');
    expect(en.money(0)).toBe('$0');
  });

  it('never makes some into none', () => {
    expect(en.share(0.0001)).toBe('< 0.1%');
    expect(en.share(0)).toBe('0.0%');
    expect(en.share(0.0595)).toBe('6.0%');
  });

  it('follows the locale', () => {
    expect(de.score(74.27)).toBe('74,3');
    expect(de.count(48216)).toBe('48.216');
  });
});

describe('dates', () => {
  it('is the day that is written, in whatever zone the viewer sits', () => {
    const pacific = createFormat({ locale: 'en-US', today, timeZone: 'America/Los_Angeles' });
    expect(pacific.day('2025-03-01')).toBe('Mar 1');
    expect(pacific.moment('2025-03-02T08:14:00.000Z')).toBe('Mar 2, 00:14');
  });

  it('says the year of what is long ago', () => expect(en.day('2023-03-01')).toBe('Mar 1, 2023'));

  it.each([
    [-3, 'just now'],
    [59, 'just now'],
    [60, '1 min ago'],
    [3_600, '1 h ago'],
    [200_000, '2 days ago'],
  ])('says how long %d seconds are', (seconds, words) => expect(en.ago(seconds)).toBe(words));
});

describe('usableLocale', () => {
  it.each([
    ['en_US', 'en-US'],
    ['de', 'de'],
    ['not a locale', undefined],
    [null, undefined],
  ])('makes of %s %s', (text, locale) => expect(usableLocale(text)).toBe(locale));
});
