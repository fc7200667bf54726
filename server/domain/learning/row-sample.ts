import { createRandom } from '../trees/random.ts';

/** Rows of numbers, column by column, of which at most so many are kept. */
export interface RowSample {
  /** Rows offered so far. */
  readonly offered: number;
  /** Takes a row, one number per column; NaN is missing. */
  add(row: readonly number[]): void;
  /** What was kept, one array per column. */
  columns(): Float64Array[];
}

/**
 * An even sample of a stream whose length is not known (Vitter, "Random Sampling with a Reservoir", 1985):
 * every row is kept with the same probability, in memory for `most` rows. The same rows in the same order
 * give the same sample.
 */
export function sampleRows(width: number, most: number, seed: number): RowSample {
  const random = createRandom(seed);
  const kept: number[][] = Array.from({ length: width }, () => []);
  let offered = 0;
  return {
    get offered() {
      return offered;
    },
    add(row) {
      const place = offered < most ? offered : random.below(offered + 1);
      offered += 1;
      if (place >= most) return;
      kept.forEach((column, at) => {
        column[place] = row[at] ?? Number.NaN;
      });
    },
    columns: () => kept.map((column) => Float64Array.from(column)),
  };
}
