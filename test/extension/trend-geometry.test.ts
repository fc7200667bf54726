import { describe, expect, it } from 'vitest';
import { type TrendPoint, trendGeometry } from '../../extension/chart/trend-geometry.ts';
import { svgDocument } from './svg-document.ts';

const SIZE = { width: 200, height: 56 };

function points(values: readonly number[]): TrendPoint[] {
  return values.map((value, index) => ({ at: index, value }));
}

describe('trendGeometry', () => {
  it.each([
    ['rising', [70.9, 71.2, 71.1, 72.2, 73, 74.3]],
    ['flat', [58, 58, 58, 58]],
    ['falling', [92, 90, 80, 81, 60]],
  ])('draws a %s series', async (name, values) => {
    const shape = trendGeometry(points(values), SIZE);
    const svg = svgDocument(SIZE, [
      `<path d="M${shape?.left},${shape?.baseline}H${shape?.right}" stroke="#999" stroke-dasharray="2 3"/>`,
      `<path d="${shape?.path}" fill="none" stroke="#555" stroke-width="1.5"/>`,
      `<circle cx="${shape?.end.x}" cy="${shape?.end.y}" r="3.5" fill="#a98234"/>`,
    ]);
    await expect(svg).toMatchFileSnapshot(`golden/trend-${name}.svg`);
  });

  it('says nothing of fewer than two points', () => {
    expect(trendGeometry([], SIZE)).toBeNull();
    expect(trendGeometry(points([50]), SIZE)).toBeNull();
  });

  it('runs a flat series through the middle', () => {
    expect(trendGeometry(points([58, 58]), SIZE)?.end.y).toBe(28);
  });

  it('does not blow up a small change', () => {
    const small = trendGeometry(points([58, 58.1]), SIZE);
    const rise = (small?.baseline ?? 0) - (small?.end.y ?? 0);
    // A tenth of a point at 40 px a point at most.
    expect(rise).toBeGreaterThan(0);
    expect(rise).toBeLessThanOrEqual(4);
  });

  it('leaves gaps in time as gaps in width', () => {
    const days = [0, 1, 10].map((at) => ({ at, value: at }));
    const xs = [...(trendGeometry(days, SIZE)?.path ?? '').matchAll(/[ML]([\d.]+),/g)].map((hit) =>
      Number(hit[1]),
    );
    const [first = 0, second = 0, third = 0] = xs;
    expect((third - first) / (second - first)).toBeCloseTo(10, 1);
  });
});
