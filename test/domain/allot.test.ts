import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allotPoints, sumPoints } from '../../server/domain/allot.ts';

it('rounds so that the sum is exact', () => {
  expect(allotPoints([33.244, 25.861, 14.285, 5.04], 78.43)).toEqual([33.24, 25.86, 14.29, 5.04]);
});

it('has no dust: an exact value stays', () => {
  expect(allotPoints([0.4 * 82.1, 0.6 * 10], 38.84)).toEqual([32.84, 6]);
});

it('adds up for any points, each within a hundredth', () => {
  const points = fc.array(fc.double({ min: -50, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(points, (raw) => {
      const total = Math.round(raw.reduce((sum, each) => sum + each, 0) * 100) / 100;
      const allotted = allotPoints(raw, total);
      expect(sumPoints(allotted)).toBeCloseTo(total, 9);
      allotted.forEach((each, index) => {
        expect(Math.abs(each - (raw[index] ?? 0))).toBeLessThan(0.0101);
      });
    }),
  );
});
