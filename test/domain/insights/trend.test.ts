import { describe, expect, it } from 'vitest';
import { detectTrend } from '../../../server/domain/insights/detect-trend.ts';
import { mannKendall, theilSenSlope } from '../../../server/domain/insights/mann-kendall.ts';
import { addDays } from '../../../server/domain/run.ts';
import { settings } from './settings.ts';

describe('Mann-Kendall', () => {
  it('counts rising and falling pairs', () => {
    // All 10 pairs rise; variance 5 * 4 * 15 / 18; z = 9 / sqrt(16.667) = 2.2045, two-sided 0.0275.
    const test = mannKendall([1, 2, 3, 4, 5]);
    expect(test).toMatchObject({ s: 10, slope: 1 });
    expect(test?.variance).toBeCloseTo(50 / 3, 9);
    expect(test?.z).toBeCloseTo(2.204541, 5);
    expect(test?.p).toBeCloseTo(0.027486, 5);
  });

  it('allows for ties', () => {
    // One pair of equals: (4 * 3 * 13 - 2 * 1 * 9) / 18 = 7.667. Slopes 0, 1/2, 2/3, 1, 1, 1.
    const test = mannKendall([1, 1, 2, 3]);
    expect(test?.s).toBe(5);
    expect(test?.variance).toBeCloseTo(138 / 18, 9);
    expect(test?.slope).toBeCloseTo((2 / 3 + 1) / 2, 9);
  });

  it('is less sure where days resemble the days before them', () => {
    const smooth = Array.from({ length: 28 }, (_, i) => i / 10 + 5 * Math.sin(i / 4));
    const n = smooth.length;
    const plain = (n * (n - 1) * (2 * n + 5)) / 18;
    expect(mannKendall(smooth)?.variance).toBeGreaterThan(2 * plain);
    // Swinging to and fro makes nothing surer.
    const swinging = Array.from({ length: 28 }, (_, i) => (i % 2 === 0 ? i : -i));
    expect(mannKendall(swinging)?.variance).toBeGreaterThanOrEqual(plain);
  });

  it('says nothing of three values, or of a line without any change', () => {
    expect(mannKendall([1, 2, 3])).toBeUndefined();
    expect(mannKendall([2, 2, 2, 2, 2])).toBeUndefined();
    expect(theilSenSlope([7])).toBe(0);
  });

  it('finds a trend in pure chance about as often as it says', () => {
    // A fixed generator: 400 series of 28 independent values, p < 0.05 expected 20 times.
    let state = 42;
    const next = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const found = Array.from({ length: 400 }, () =>
      mannKendall(Array.from({ length: 28 }, next)),
    ).filter((test) => (test?.p ?? 1) < 0.05).length;
    expect(found).toBeLessThan(40);
  });
});

const course = (values: readonly number[]) =>
  values.map((value, i) => ({ day: addDays('2025-02-02', i), value }));

describe('a trend', () => {
  const rising = Array.from({ length: 28 }, (_, i) => 60 + i / 10);

  it('is a course beyond chance, told by its slope over the days', () => {
    expect(detectTrend(course(rising), settings())).toMatchObject({
      from: '2025-02-02',
      to: '2025-03-01',
      days: 28,
      first: 60,
      last: 62.7,
      span: 27,
    });
    expect(detectTrend(course(rising), settings())?.course).toBeCloseTo(2.7, 9);
  });

  it('is none where the last day is not on the side that the slope points to, or hardly', () => {
    for (const last of [59, 60, 60.1]) {
      expect(detectTrend(course([...rising.slice(0, -1), last]), settings())).toBeUndefined();
    }
  });

  it('needs enough days, and a size worth telling', () => {
    expect(detectTrend(course(rising.slice(0, 19)), settings())).toBeUndefined();
    expect(detectTrend(course(rising), settings({ trend_min_share: 0.05 }))).toBeUndefined();
    expect(detectTrend([], settings())).toBeUndefined();
  });

  it('is none in a line that goes up and down', () => {
    expect(
      detectTrend(course(rising.map((_, i) => 60 + Math.abs(i - 13.5))), settings()),
    ).toBeUndefined();
    expect(detectTrend(course(rising.map(() => 5)), settings())).toBeUndefined();
  });
});
