import { createRandom, shuffle } from './random.ts';

/** Row numbers to learn from and to judge by, each ascending; together all rows. */
export interface RowSplit {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** One row in five is held out. */
const TEST_SHARE = 0.2;

/**
 * A random 80/20 split that keeps the proportion of each class: of every class a fifth, rounded, is held
 * out. `classes` has one number per row; give every row the same for a split without classes. The same
 * classes and seed: the same rows.
 */
export function splitRows(classes: ArrayLike<number>, seed: number): RowSplit {
  const random = createRandom(seed);
  const byClass = new Map<number, number[]>();
  for (let row = 0; row < classes.length; row += 1) {
    const label = classes[row] ?? 0;
    const members = byClass.get(label);
    if (members === undefined) byClass.set(label, [row]);
    else members.push(row);
  }
  const train: number[] = [];
  const test: number[] = [];
  for (const label of [...byClass.keys()].sort((one, other) => one - other)) {
    const rows = shuffle(byClass.get(label) ?? [], random);
    const held = Math.round(rows.length * TEST_SHARE);
    for (const row of rows.slice(0, held)) test.push(row);
    for (const row of rows.slice(held)) train.push(row);
  }
  return { train: Int32Array.from(train).sort(), test: Int32Array.from(test).sort() };
}
