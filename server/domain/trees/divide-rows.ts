import { type BinnedColumn, MISSING_BIN } from './binned-frame.ts';
import type { Split } from './find-split.ts';
import type { RowRange } from './histograms.ts';

/**
 * Reorders a node's rows in place, those that go left first, each side keeping its order; returns where
 * the right side starts. `spare` has room for as many rows.
 */
export function divideRows(
  { rows, start, end }: RowRange,
  { split, column }: { readonly split: Split; readonly column: BinnedColumn },
  spare: Int32Array,
): number {
  const { bins } = column;
  // Where missing values go left, all bins move up by one and 255 wraps round to 0: one comparison less.
  const turn = split.missingLeft ? 1 : 0;
  const limit = split.bin + turn + 1;
  let left = start;
  let right = 0;
  // Both places are written and one pointer moves: no branch for the processor to guess.
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const side = ((((bins[row] ?? 0) + turn) & MISSING_BIN) - limit) >>> 31;
    rows[left] = row;
    spare[right] = row;
    left += side;
    right += 1 - side;
  }
  rows.set(spare.subarray(0, right), left);
  return left;
}
