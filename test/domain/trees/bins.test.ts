import { describe, expect, test } from 'vitest';
import { findBinEdges } from '../../../server/domain/trees/bin-edges.ts';
import { binFrame, MISSING_BIN } from '../../../server/domain/trees/binned-frame.ts';
import { createFrame } from '../../../server/domain/trees/frame.ts';
import { thresholdBetween } from '../../../server/domain/trees/short-numbers.ts';

describe('bins', () => {
  test('one per distinct value where they fit', () => {
    expect([...findBinEdges(Float64Array.of(3, 1, Number.NaN, 1, 2))]).toEqual([1, 2, 3]);
    expect(findBinEdges(Float64Array.of(-0, 0))).toHaveLength(1);
    expect([...findBinEdges(new Float64Array(0))]).toEqual([]);
  });

  test('at most 255 of about equal counts otherwise, narrower towards both ends', () => {
    const edges = findBinEdges(Float64Array.from({ length: 5100 }, (_, row) => row));
    expect(edges.length).toBeGreaterThan(230);
    expect(edges.length).toBeLessThanOrEqual(255);
    expect([...edges.slice(0, 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...edges.slice(-5)]).toEqual([5095, 5096, 5097, 5098, 5099]);
    const widths = Array.from(edges.slice(1), (edge, bin) => edge - (edges[bin] ?? 0));
    const middle = widths.slice(90, 160);
    expect(Math.min(...middle)).toBeGreaterThan(25);
    expect(Math.max(...middle)).toBeLessThan(30);
    expect(Math.max(...widths)).toBe(Math.max(...middle));
  });

  test('the few largest amounts are told apart', () => {
    const amounts = Float64Array.from({ length: 5000 }, (_, row) => 100_000 / (row + 1));
    const edges = findBinEdges(amounts);
    expect([...edges.slice(-5)]).toEqual([20_000, 25_000, 100_000 / 3, 50_000, 100_000]);
  });

  test('a frequent value has one of its own, and the rest share what is left', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, row) => (row < 5000 ? 0 : row));
    const edges = findBinEdges(values);
    expect(edges[0]).toBe(0);
    expect(edges.length).toBeGreaterThan(210);
    expect((edges[2] ?? 0) - (edges[1] ?? 0)).toBeLessThan(40);
  });

  test('hold the values that training saw in them, and the missing ones apart', () => {
    const frame = createFrame([['x', [2.5, null, 1, 2.5]]]);
    const [column] = binFrame(frame).columns;
    expect([...(column?.bins ?? [])]).toEqual([1, MISSING_BIN, 0, 1]);
    expect([...(column?.lows ?? [])]).toEqual([1, 2.5]);
  });
});

test('a threshold is short, and clear of both values', () => {
  expect(thresholdBetween(12.34, 12.35)).toBe(12.345);
  expect(thresholdBetween(2, 9)).toBe(6);
  expect(thresholdBetween(-1, 1)).toBe(0);
  expect(thresholdBetween(1, 1 + Number.EPSILON)).toBe(1);
});

test('a frame refuses what no model can read', () => {
  expect(() => createFrame([])).toThrow('at least one feature');
  expect(() =>
    createFrame([
      ['x', [1]],
      ['x', [2]],
    ]),
  ).toThrow('one name');
  expect(() =>
    createFrame([
      ['x', [1]],
      ['y', []],
    ]),
  ).toThrow('feature y has 0 rows, not 1');
  expect(() => createFrame([['x', [Infinity]]])).toThrow('infinite');
});
