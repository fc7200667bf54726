import { WonderError } from '../errors.ts';
import type { Frame } from './frame.ts';

/**
 * The labels of a frame's rows, finite numbers. Throws `invalid_value` where there are no rows, another
 * number of labels than rows, or a label that is not a number.
 */
export function checkLabels(frame: Frame, labels: ArrayLike<number>): Float64Array {
  if (frame.rows === 0) throw invalid('there are no rows to learn from');
  if (labels.length !== frame.rows) {
    throw invalid(`there are ${labels.length} labels for ${frame.rows} rows`);
  }
  const checked = Float64Array.from(labels);
  if (!checked.every(Number.isFinite)) throw invalid('a label is not a finite number');
  return checked;
}

/** As `checkLabels`, for labels that are 0 or 1. Throws `invalid_value` for any other label. */
export function checkBinaryLabels(frame: Frame, labels: ArrayLike<number>): Float64Array {
  const checked = checkLabels(frame, labels);
  if (!checked.every((label) => label === 0 || label === 1)) {
    throw invalid('a label is neither 0 nor 1');
  }
  return checked;
}

function invalid(detail: string): WonderError {
  return new WonderError('invalid_value', { detail });
}
