import type { BinnedColumn, BinnedFrame } from './binned-frame.ts';

/** Numbers per feature in a histogram: one per bin. */
export const BINS = 256;

/** Rows of a node: `rows` from `start` to before `end`. */
export interface RowRange {
  readonly rows: Int32Array;
  readonly start: number;
  readonly end: number;
}

/** Sums the packed targets of some rows per bin of one feature into `into`, which is overwritten. */
export function fillColumnHistogram(
  into: Float64Array,
  { bins }: BinnedColumn,
  { rows, start, end, values }: RowRange & { readonly values: Float64Array },
): void {
  into.fill(0);
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const bin = bins[row] ?? 0;
    into[bin] = (into[bin] ?? 0) + (values[row] ?? 0);
  }
}

/** Bins by row, four features to a word: one read of memory serves several features. */
export interface BinWords {
  readonly features: number;
  readonly wordsPerRow: number;
  readonly words: Int32Array;
}

/** The bins of a frame by row. */
export function packBins(frame: BinnedFrame): BinWords {
  const wordsPerRow = Math.ceil(frame.columns.length / 4);
  const words = new Int32Array(wordsPerRow * frame.rows);
  frame.columns.forEach(({ bins }, feature) => {
    const shift = (feature & 3) * 8;
    for (let row = 0, at = feature >> 2; row < frame.rows; row += 1, at += wordsPerRow) {
      words[at] = (words[at] ?? 0) | ((bins[row] ?? 0) << shift);
    }
  });
  return { features: frame.columns.length, wordsPerRow, words };
}
