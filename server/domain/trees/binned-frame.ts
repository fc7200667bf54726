import { findBinEdges } from './bin-edges.ts';
import type { Frame } from './frame.ts';

/** The bin of missing values; value bins are 0 to 254, ascending. */
export const MISSING_BIN = 255;

/** One feature as bin numbers, with the smallest and the largest training value in each bin. */
export interface BinnedColumn {
  readonly bins: Uint8Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** A frame as bin numbers, one byte per value. */
export interface BinnedFrame {
  readonly rows: number;
  readonly columns: readonly BinnedColumn[];
}

/** Replaces values by bin numbers. The frame's values are finite or NaN. */
export function binFrame(frame: Frame): BinnedFrame {
  return { rows: frame.rows, columns: frame.columns.map(binColumn) };
}

function binColumn(column: Float64Array): BinnedColumn {
  const edges = findBinEdges(column);
  const bins = new Uint8Array(column.length);
  const lows = new Float64Array(edges.length).fill(Infinity);
  const highs = new Float64Array(edges.length).fill(-Infinity);
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      bins[row] = MISSING_BIN;
      continue;
    }
    const bin = edges.length === 0 ? MISSING_BIN : findBin(edges, value);
    bins[row] = bin;
    if (value < (lows[bin] ?? 0)) lows[bin] = value;
    if (value > (highs[bin] ?? 0)) highs[bin] = value;
  }
  return { bins, lows, highs };
}

/** The first bin whose edge is not below the value; the last takes all that is above. */
function findBin(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
