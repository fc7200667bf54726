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
  const goesLeft = sides(split);
  let left = start;
  let right = 0;
  // Both places are written and one pointer moves: no branch for the processor to guess.
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const side = goesLeft[bins[row] ?? 0] ?? 0;
    rows[left] = row;
    spare[right] = row;
    left += side;
    right += 1 - side;
  }
  rows.set(spare.subarray(0, right), left);
  return left;
}

function sides({ bin, missingLeft }: Split): Uint8Array {
  const goesLeft = new Uint8Array(MISSING_BIN + 1).fill(1, 0, bin + 1);
  goesLeft[MISSING_BIN] = missingLeft ? 1 : 0;
  return goesLeft;
}
