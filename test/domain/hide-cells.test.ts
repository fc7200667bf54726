import { expect, it } from 'vitest';
import { hideCells } from '../../server/domain/hide-cells.ts';
import { createRandom } from '../../server/domain/trees/random.ts';

it('hides nothing where every cell is large or empty', () => {
  expect(hideCells([10, 0, 25], [[0, 1, 2]], { minimum: 10 })).toEqual([false, false, false]);
});

it('hides a second cell where the sum would give the first away', () => {
  expect(hideCells([3, 40, 12], [[0, 1, 2]], { minimum: 10 })).toEqual([true, false, true]);
});

it('hides a second cell beside an empty one that is to be hidden', () => {
  // 50 less the 20 and 30 shown would say that it is empty.
  expect(hideCells([0, 20, 30], [[0, 1, 2]], { minimum: 10, also: [0] })).toEqual([
    true,
    true,
    false,
  ]);
});

it('hides on where lines cross', () => {
  // Rows 0-1 and 2-3, columns 0-2 and 1-3.
  const lines = [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
  ];
  expect(hideCells([3, 40, 12, 50], lines, { minimum: 10 })).toEqual([true, true, true, true]);
});

it('never leaves a line with one hidden cell, or with few fans in them', () => {
  const random = createRandom(1);
  const lines = [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [2, 3, 6, 7],
    [0, 1, 4, 5],
    [2, 3],
  ];
  for (let turn = 0; turn < 500; turn += 1) {
    const sizes = Array.from({ length: 8 }, () => random.below(3) * random.below(20));
    const hidden = hideCells(sizes, lines, { minimum: 10 });
    for (const line of lines) {
      const covered = line.filter((cell) => hidden[cell]);
      const all = line.filter((cell) => (sizes[cell] ?? 0) > 0);
      const fans = covered.reduce((sum, cell) => sum + (sizes[cell] ?? 0), 0);
      const enough = covered.length !== 1 && (covered.length === 0 || fans >= 10);
      // Where all of a line is hidden, nothing more can be.
      expect(enough || covered.length === all.length, `${sizes} ${hidden}`).toBe(true);
    }
    sizes.forEach((size, cell) => {
      if (size > 0 && size < 10) expect(hidden[cell]).toBe(true);
    });
  }
});
