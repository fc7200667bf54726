import { describe, expect, it } from 'vitest';
import { type ActivityDay, detectAnomaly } from '../../../server/domain/insights/detect-anomaly.ts';
import { median, robustZ } from '../../../server/domain/insights/robust-z.ts';
import { addDays } from '../../../server/domain/run.ts';
import { settings } from './settings.ts';

describe('the robust z', () => {
  it('is the distance from the median over 1.4826 times the median absolute deviation', () => {
    // Median 3; distances 2, 1, 0, 1, 97; their median 1.
    expect(robustZ(100, { among: [1, 2, 3, 4, 100] })).toEqual({
      median: 3,
      mad: 1,
      scale: 1.482602218505602,
      z: 97 / 1.482602218505602,
    });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('takes the mean absolute deviation where most are alike', () => {
    // Median 5, MAD 0; mean distance (0 + 0 + 0 + 0 + 5) / 5 = 1.
    const found = robustZ(10, { among: [5, 5, 5, 5, 10] });
    expect(found?.mad).toBe(0);
    expect(found?.z).toBeCloseTo(5 / 1.2533141, 6);
  });

  it('says nothing of nothing, and never divides by 0', () => {
    expect(robustZ(1, { among: [] })).toBeUndefined();
    expect(robustZ(6, { among: [5, 5, 5] })).toBeUndefined();
    expect(robustZ(6, { among: [5, 5, 5], leastScale: 2 })?.z).toBe(0.5);
  });
});

/** Twelve weeks up to Saturday 2025-03-01: 100 on most days, 140 on Saturdays, one more each week. */
function weeks(last: Partial<ActivityDay> = {}): ActivityDay[] {
  const days = Array.from({ length: 85 }, (_, i) => {
    const day = addDays('2025-03-01', i - 84);
    const isSaturday = (84 - i) % 7 === 0;
    return { day, isGameDay: false, value: (isSaturday ? 140 : 100) + Math.floor(i / 7) };
  });
  return days.map((day, i) => (i === 84 ? { ...day, ...last } : day));
}

const judge = (days: readonly ActivityDay[], changes = {}) =>
  detectAnomaly(days, { settings: settings(changes), isMoney: false });

describe('an unusual day', () => {
  it('is far from the same weekday before', () => {
    // Twelve Saturdays 140 to 151: median 145.5, MAD 3, scale the larger of 4.45 and sqrt(145.5) = 12.06.
    const found = judge(weeks({ value: 300 }));
    expect(found).toMatchObject({ day: '2025-03-01', median: 145.5, mad: 3, days: 12 });
    expect(found?.like).toBe('same weekday');
    expect(found?.z).toBeCloseTo((300 - 145.5) / Math.sqrt(145.5), 9);
  });

  it('is not one that is as usual, though far from other weekdays', () => {
    expect(judge(weeks({ value: 150 }))).toBeUndefined();
    expect(judge(weeks({ value: 100 }))).toMatchObject({ z: (100 - 145.5) / Math.sqrt(145.5) });
  });

  it('must also be a quarter away, however little others differ', () => {
    expect(judge(weeks({ value: 181 }), { anomaly_z: 2 })).toBeUndefined();
    expect(judge(weeks({ value: 182 }), { anomaly_z: 2 })).toBeDefined();
  });

  it('is compared with game days where it is one, of the same kind of day where the weekday has too few', () => {
    const games = weeks({ value: 900, isGameDay: true }).map((day, i) => ({
      ...day,
      isGameDay: day.isGameDay || (i < 84 && i % 7 === 1),
      value: i % 7 === 1 ? 450 : day.value,
    }));
    // Sundays with a game, no Saturday with one.
    expect(judge(games)).toMatchObject({ median: 450, days: 12, like: 'weekend', isGameDay: true });
    expect(judge(weeks({ value: 900, isGameDay: true }))).toBeUndefined();
  });

  it('needs enough days; days before the first with anything are none', () => {
    const short = weeks({ value: 900 }).map((day, i) => (i < 50 ? { ...day, value: 0 } : day));
    // Five Saturdays are left: weekends are taken, ten days.
    expect(judge(short)).toMatchObject({ like: 'weekend', days: 9 });
    expect(judge(short, { anomaly_min_days: 10 })).toBeUndefined();
    expect(judge([])).toBeUndefined();
    expect(judge(weeks().map((day) => ({ ...day, value: 0 })))).toBeUndefined();
  });

  it('of money is measured by a twentieth of the median at least', () => {
    const found = detectAnomaly(weeks({ value: 300 }), { settings: settings(), isMoney: true });
    expect(found?.z).toBeCloseTo((300 - 145.5) / (145.5 / 20), 9);
  });
});
