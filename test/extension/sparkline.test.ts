import { describe, expect, it } from 'vitest';
import { sparkGeometry } from '../../extension/chart/spark-geometry.ts';
import { daysOf, sizeOn, sizePoints } from '../../extension/models/segment-days.ts';

const BOX = { width: 56, height: 18 };

describe('a small line', () => {
  it('places days as far apart as they are, the lowest value at the foot', () => {
    const points = [
      { at: 0, value: 10 },
      { at: 5, value: 30 },
      { at: 10, value: 20 },
    ];
    expect(sparkGeometry(points, BOX)).toEqual({
      path: 'M3,15L28,3L53,9',
      gaps: '',
      end: { x: 53, y: 9 },
    });
  });

  it('tells apart what leads across days without a value', () => {
    const points = [0, 1, 2, 3, 4].map((at) => ({ at, value: [4, null, null, 6, 5][at] ?? null }));
    const shape = sparkGeometry(points, BOX);
    expect(shape?.path).toBe('M40.5,3L53,9');
    expect(shape?.gaps).toBe('M3,15L40.5,3');
  });

  it('runs through the middle where nothing moved, and is absent without values', () => {
    const still = [0, 1].map((at) => ({ at, value: 7 }));
    expect(sparkGeometry(still, BOX)?.path).toBe('M3,9L53,9');
    expect(sparkGeometry([{ at: 0, value: null }], BOX)).toBeNull();
    expect(sparkGeometry([], BOX)).toBeNull();
  });
});

describe('the days of segments', () => {
  const day = (score_date: string, fans: number) => ({ score_date, fans });
  const elite = { history: [day('2026-11-18', 3), day('2026-11-19', 4), day('2026-11-20', 5)] };
  const atRisk = { history: [day('2026-11-18', 40), day('2026-11-20', 50)] };

  it('are those of all of them; one that was not counted is unknown, not nobody', () => {
    const days = daysOf([atRisk, elite]);
    expect(days).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(days.map((date) => sizeOn(atRisk, date))).toEqual([40, null, 50]);
    expect(sizePoints(atRisk, days).map(({ value }) => value)).toEqual([40, null, 50]);
  });
});
