import { expect, test } from 'vitest';
import { drawOf } from '../../../server/domain/learning/draw-of.ts';
import { createRandom } from '../../../server/domain/trees/random.ts';
import { splitRows } from '../../../server/domain/trees/split-rows.ts';

test('a fifth of every class is held out, each row on one side', () => {
  const labels = Array.from({ length: 110 }, (_, row) => (row % 11 === 0 ? 1 : 0));
  const { train, test: held } = splitRows(
    labels,
    labels.map((_, row) => (row * 37) % 110),
  );
  const positives = (rows: Int32Array) => rows.filter((row) => labels[row] === 1).length;
  expect([positives(train), positives(held)]).toEqual([8, 2]);
  expect([train.length, held.length]).toEqual([88, 22]);
  expect([...train, ...held].sort((one, other) => one - other)).toEqual([...labels.keys()]);
});

test('those with the least draws of their class are held out', () => {
  const { test: held } = splitRows([0, 1, 0, 1, 0, 1, 0, 1, 0, 1], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  expect([...held]).toEqual([8, 9]);
});

test('a fan is held out of every training or of none, but for a few at the edge', () => {
  const heldOut = (from: number, to: number) => {
    const ids = Array.from({ length: to - from }, (_, at) => `W${from + at}`);
    const { test: held } = splitRows(
      ids.map((_, row) => Number((row + from) % 7 === from % 7)),
      ids.map((id) => drawOf(id, 42)),
    );
    return new Set([...held].map((row) => ids[row]));
  };
  const earlier = heldOut(0, 4000);
  const later = [...heldOut(300, 4300)].filter((id) => Number(id?.slice(1)) < 4000);
  expect(later.filter((id) => !earlier.has(id)).length).toBeLessThan(0.1 * later.length);
});

test('random numbers are spread evenly and repeat by seed', () => {
  const random = createRandom(1);
  const counts = new Array<number>(10).fill(0);
  for (let drawn = 0; drawn < 100_000; drawn += 1) {
    const number = random.below(10);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  // Standard deviation 95: five of them.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  const again = [1, 2, 3].map(() => createRandom(9).below(1000));
  expect(new Set(again).size).toBe(1);
});
