import { WonderError } from '../errors.ts';
import type { Frame } from './frame.ts';
import type { TreeModel } from './model.ts';

/** Rows that are copied side by side at a time: few enough to stay in the processor's cache. */
const BLOCK_ROWS = 512;

/** Some rows of a frame, each with its values side by side in the model's order of features. */
export interface RowBlock {
  readonly first: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/**
 * The frame in blocks of rows; every block reuses the same memory. Features are found by name. Throws
 * `invalid_value` where the frame lacks one.
 */
export function* rowBlocks(model: TreeModel, frame: Frame): Generator<RowBlock> {
  const columns = model.features.map((name) => {
    const column = frame.columns[frame.names.indexOf(name)];
    if (column !== undefined) return column;
    throw new WonderError('invalid_value', { detail: `the model needs the feature ${name}` });
  });
  const values = new Float64Array(BLOCK_ROWS * columns.length);
  for (let first = 0; first < frame.rows; first += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, frame.rows - first);
    columns.forEach((column, feature) => {
      for (let row = 0, at = feature; row < rows; row += 1, at += columns.length) {
        values[at] = column[first + row] ?? Number.NaN;
      }
    });
    yield { first, rows, values };
  }
}
