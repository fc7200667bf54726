/** Row numbers to learn from and to judge by, each ascending; together all rows. */
export interface RowSplit {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** One row in five is held out. */
const TEST_SHARE = 0.2;

/**
 * An 80/20 split that keeps the proportion of each class: of every class a fifth, rounded, is held out, the
 * rows with the least draws. `classes` and `draws` have one number per row; give every row the same class for a
 * split without classes. Whoever keeps a draw stays on one side, or nearly, whoever else comes or goes.
 */
export function splitRows(classes: ArrayLike<number>, draws: ArrayLike<number>): RowSplit {
  const byClass = new Map<number, number[]>();
  for (let row = 0; row < classes.length; row += 1) {
    const label = classes[row] ?? 0;
    const members = byClass.get(label);
    if (members === undefined) byClass.set(label, [row]);
    else members.push(row);
  }
  const train: number[] = [];
  const test: number[] = [];
  for (const members of byClass.values()) {
    const rows = members.sort((one, other) => (draws[one] ?? 0) - (draws[other] ?? 0));
    const held = Math.round(rows.length * TEST_SHARE);
    for (const row of rows.slice(0, held)) test.push(row);
    for (const row of rows.slice(held)) train.push(row);
  }
  return { train: Int32Array.from(train).sort(), test: Int32Array.from(test).sort() };
}
