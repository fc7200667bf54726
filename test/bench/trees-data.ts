import { createFrame, type Frame } from '../../server/domain/trees/frame.ts';
import { createRandom } from '../../server/domain/trees/random.ts';

export interface BenchRows {
  readonly frame: Frame;
  readonly labels: Uint8Array;
  /** The probability that each label was drawn with: no model can rank better. */
  readonly truth: Float64Array;
}

const FEATURES = 10;

/** Ten features, three of them counts with many ties, seven skewed amounts; five decide the label. */
export function makeBenchRows(rows: number, seed: number): BenchRows {
  const random = createRandom(seed);
  const uniform = () => random.below(2 ** 30) / 2 ** 30;
  const columns = Array.from({ length: FEATURES }, (_, feature) =>
    Float64Array.from({ length: rows }, () =>
      feature < 3 ? Math.floor(uniform() ** 2 * 30) : -Math.log(1 - uniform()),
    ),
  );
  const value = (feature: number, row: number) => columns[feature]?.[row] ?? 0;
  const truth = Float64Array.from({ length: rows }, (_, row) => {
    const odds =
      -1.6 +
      0.09 * value(0, row) +
      (value(1, row) > 10 ? 0.8 : 0) +
      0.8 * Math.min(value(3, row), 3) -
      0.5 * value(4, row) * value(5, row);
    return 1 / (1 + Math.exp(-odds));
  });
  const labels = Uint8Array.from(truth, (probability) => (uniform() < probability ? 1 : 0));
  const frame = createFrame(columns.map((column, feature) => [`f${feature}`, column] as const));
  return { frame, labels, truth };
}
