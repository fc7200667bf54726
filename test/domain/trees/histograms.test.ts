import { expect, test } from 'vitest';
import { binFrame, MISSING_BIN } from '../../../server/domain/trees/binned-frame.ts';
import { divideRows } from '../../../server/domain/trees/divide-rows.ts';
import { createFrame } from '../../../server/domain/trees/frame.ts';
import { fillFrameHistogram } from '../../../server/domain/trees/frame-histogram.ts';
import { BINS, fillColumnHistogram, packBins } from '../../../server/domain/trees/histograms.ts';
import { packReals, unitFor, weightOf } from '../../../server/domain/trees/packed-targets.ts';
import { createRandom } from '../../../server/domain/trees/random.ts';

/** Features of few values, a third of them missing. */
function binnedFeatures(features: number) {
  const random = createRandom(features);
  const column = () =>
    Array.from({ length: 200 }, () => (random.below(3) === 0 ? null : random.below(20)));
  return binFrame(
    createFrame(Array.from({ length: features }, (_, at) => [`f${at}`, column()] as const)),
  );
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('%i features together are summed as each alone', (count) => {
  const binned = binnedFeatures(count);
  const values = Float64Array.from({ length: binned.rows }, (_, row) => 1000 + row);
  const range = { rows: Int32Array.from([5, 0, 199, 7, 8]), start: 1, end: 5, values };
  const together = new Float64Array(count * BINS).fill(9);
  fillFrameHistogram(together, packBins(binned), range);
  const alone = new Float64Array(BINS);
  binned.columns.forEach((column, feature) => {
    fillColumnHistogram(alone, column, range);
    expect(together.slice(feature * BINS, (feature + 1) * BINS)).toEqual(alone);
  });
});

test.each([false, true])('rows divide by bin, in their order; missing ones left: %s', (left) => {
  const bins = Uint8Array.of(0, MISSING_BIN, 254, 3, 4, 3);
  const rows = Int32Array.of(9, 5, 4, 3, 2, 1, 0, 9);
  const column = { bins, lows: new Float64Array(0), highs: new Float64Array(0) };
  const split = { feature: 0, bin: 3, threshold: 0, missingLeft: left, gain: 0, leftSum: 0 };
  const middle = divideRows({ rows, start: 1, end: 7 }, { split, column }, new Int32Array(6));
  expect([...rows]).toEqual(left ? [9, 5, 3, 1, 0, 4, 2, 9] : [9, 5, 3, 0, 4, 2, 1, 9]);
  expect(middle).toBe(left ? 5 : 4);
});

test('a packed sum gives back its weight, and its targets to a millionth', () => {
  const targets = Float64Array.from({ length: 1000 }, (_, row) => (row - 600) * 1e6);
  const packed = { values: new Float64Array(1000), unit: unitFor(1000) };
  const { scale, total } = packReals(targets, packed);
  expect(weightOf(total, packed.unit)).toBe(1000);
  const sum = targets.reduce((all, each) => all + each, 0);
  expect((total - 1000 * packed.unit) / scale / sum).toBeCloseTo(1, 6);
});

test('targets of 0 pack to their weight alone', () => {
  const packed = { values: new Float64Array(3), unit: unitFor(3) };
  expect(packReals(new Float64Array(3), packed)).toEqual({ scale: 0, total: 3 * packed.unit });
});
