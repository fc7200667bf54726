import { expect, test } from 'vitest';
import { createRandom } from '../../../server/domain/trees/random.ts';
import { splitRows } from '../../../server/domain/trees/split-rows.ts';

test('a fifth of every class is held out, each row on one side', () => {
  const labels = Array.from({ length: 110 }, (_, row) => (row % 11 === 0 ? 1 : 0));
  const { train, test: held } = splitRows(labels, 42);
  const positives = (rows: Int32Array) => rows.filter((row) => labels[row] === 1).length;
  expect([positives(train), positives(held)]).toEqual([8, 2]);
  expect([train.length, held.length]).toEqual([88, 22]);
  expect([...train, ...held].sort((one, other) => one - other)).toEqual([...labels.keys()]);
});

test('the same seed holds out the same rows, another seed others', () => {
  const labels = new Array<number>(100).fill(0);
  const held = (seed: number) => [...splitRows(labels, seed).test];
  expect(held(42)).toEqual(held(42));
  expect(held(43)).not.toEqual(held(42));
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
