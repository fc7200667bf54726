/** Value bins a feature has at most; one more holds its missing values. */
export const MOST_BINS = 255;

/** Enough to place 255 edges within a tenth of a bin's width, for a hundredth of a large sort's time. */
const SAMPLE = 50_000;

/** Of all rows, how many a row weighs more, divided by the rows beyond it. */
const TAIL_SHARE = 1 / 32;

/**
 * The largest value of each bin, ascending, at most 255: one bin per distinct value where they fit, else
 * bins of about equal row counts that narrow towards both ends, a frequent value having one of its own.
 * Missing values (NaN) are left out; above 50,000 rows an even sample of the rows decides.
 */
export function findBinEdges(column: Float64Array): Float64Array {
  const sorted = sortedSample(column);
  const distinct = countDistinct(sorted);
  if (distinct.values.length <= MOST_BINS) return Float64Array.from(distinct.values);
  return Float64Array.from(joinValues(distinct, sorted.length));
}

function sortedSample(column: Float64Array): Float64Array {
  const step = Math.max(1, column.length / SAMPLE);
  const sample = new Float64Array(Math.ceil(column.length / step));
  let size = 0;
  for (let at = 0; at < column.length; at += step) {
    const value = column[Math.floor(at)] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      sample[size] = value;
      size += 1;
    }
  }
  return sample.subarray(0, size).sort();
}

interface Distinct {
  readonly values: number[];
  readonly counts: number[];
}

function countDistinct(sorted: Float64Array): Distinct {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    const last = values.length - 1;
    // Equality, not identity: 0 and -0 are one value.
    if (values[last] === value) counts[last] = (counts[last] ?? 0) + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values, counts };
}

function joinValues(distinct: Distinct, rows: number): number[] {
  const { values } = distinct;
  const weights = weighValues(distinct, rows);
  const edges: number[] = [];
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  let inBin = 0;
  for (let at = 0; at < values.length; at += 1) {
    inBin += weights[at] ?? 0;
    const share = left / (MOST_BINS - edges.length);
    const last = at === values.length - 1;
    if (last || inBin >= share || (weights[at + 1] ?? 0) >= share) {
      if (last || edges.length < MOST_BINS - 1) {
        edges.push(values[at] ?? 0);
        left -= inBin;
        inBin = 0;
      }
    }
  }
  return edges;
}

/**
 * How much of a bin each value fills. A row counts once, and more the fewer rows lie beyond it: the few
 * largest amounts decide much of a mean, and in bins of equal counts they would all share one.
 */
function weighValues({ counts }: Distinct, rows: number): number[] {
  let below = 0;
  return counts.map((count) => {
    const middle = below + count / 2;
    below += count;
    const beyond = Math.min(middle, rows - middle);
    return count * (1 + (TAIL_SHARE * rows) / beyond);
  });
}
