import { WonderError } from '../errors.ts';

/** Feature columns of equal length; NaN is a missing value. */
export interface Frame {
  readonly rows: number;
  /** Distinct, in the order of `columns`. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A named feature with one value per row; null (or NaN) is missing. */
export type FeatureValues = readonly [name: string, values: ArrayLike<number | null>];

/**
 * A frame of named features. Throws `invalid_value` for no feature, a name given twice, unequal lengths
 * and infinite values.
 */
export function createFrame(features: readonly FeatureValues[]): Frame {
  const names = features.map(([name]) => name);
  const rows = features[0]?.[1].length ?? 0;
  if (features.length === 0) throw invalid('a model needs at least one feature');
  if (new Set(names).size < names.length) throw invalid('two features have one name');
  const columns = features.map(([name, values]) => {
    if (values.length !== rows) {
      throw invalid(`feature ${name} has ${values.length} rows, not ${rows}`);
    }
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const value = values[row] ?? Number.NaN;
      if (Math.abs(value) === Infinity) throw invalid(`feature ${name} holds an infinite value`);
      column[row] = value;
    }
    return column;
  });
  return { rows, names, columns };
}

/** The given rows, in the given order. */
export function takeRows(frame: Frame, rows: Int32Array): Frame {
  const columns = frame.columns.map((column) => {
    const taken = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at += 1) taken[at] = column[rows[at] ?? 0] ?? Number.NaN;
    return taken;
  });
  return { rows: rows.length, names: frame.names, columns };
}

function invalid(detail: string): WonderError {
  return new WonderError('invalid_value', { detail });
}
