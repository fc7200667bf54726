import { describe, expect, it } from 'vitest';
import { type Bin, histogram } from '../../extension/chart/histogram-geometry.ts';

const SIZE = { width: 200, height: 100 };

function bin(from: number, ...counts: readonly (number | null)[]): Bin {
  return {
    from,
    to: from + 10,
    parts: counts.map((count, index) => ({ key: `p${index}`, count })),
  };
}

describe('histogram', () => {
  it('stacks parts from the foot up, with round lines up to its top', () => {
    const { bars, grid } = histogram([bin(0, 10, 20), bin(10, 5, null)], SIZE);
    // 30 fans at most, three lines of 10: 100 pixels are 30 fans.
    expect(grid.map(({ count }) => count)).toEqual([10, 20, 30]);
    expect(bars).toEqual([
      { key: 'p0', x: 1, y: 66.67, width: 18, height: 33.33 },
      { key: 'p1', x: 1, y: 0, width: 18, height: 66.67 },
      { key: 'p0', x: 21, y: 83.33, width: 18, height: 16.67 },
    ]);
  });

  it('draws nothing of nobody, and of too few', () => {
    expect(histogram([bin(0, 0, null)], SIZE).bars).toEqual([]);
  });

  it('finds its way between values and places', () => {
    const { x, valueAt } = histogram([bin(0, 1)], SIZE);
    expect([x(0), x(70), x(100)]).toEqual([0, 140, 200]);
    expect([valueAt(-5), valueAt(140), valueAt(999)]).toEqual([0, 70, 100]);
  });
});
