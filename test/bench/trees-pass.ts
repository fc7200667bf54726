import { type BinnedFrame, binFrame } from '../../server/domain/trees/binned-frame.ts';
import type { Frame } from '../../server/domain/trees/frame.ts';
import { fillFrameHistogram } from '../../server/domain/trees/frame-histogram.ts';
import { BINS, packBins } from '../../server/domain/trees/histograms.ts';

export interface HistogramPasses {
  /** Count, gradient and curvature per bin, feature by feature: what any histogram method sums. */
  plain(): void;
  /** The same rows and features by the product's own loop: one exact sum per bin. */
  own(): void;
}

/** One pass of a histogram over all rows and features, in two ways. */
export function histogramPasses(frame: Frame): HistogramPasses {
  const binned = binFrame(frame);
  const gradients = Float64Array.from({ length: frame.rows }, (_, row) => ((row % 7) - 3) / 8);
  const curvatures = gradients.map((gradient) => 0.25 - gradient * gradient);
  const rows = Int32Array.from({ length: frame.rows }, (_, row) => row);
  const range = { rows, start: 0, end: frame.rows, values: gradients };
  const words = packBins(binned);
  const sums = new Float64Array(binned.columns.length * BINS);
  return {
    plain: plainPass(binned, gradients, curvatures),
    own: () => fillFrameHistogram(sums, words, range),
  };
}

function plainPass(binned: BinnedFrame, gradients: Float64Array, curvatures: Float64Array) {
  const size = binned.columns.length * BINS;
  const counts = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  return () => {
    counts.fill(0);
    first.fill(0);
    second.fill(0);
    binned.columns.forEach(({ bins }, feature) => {
      for (let row = 0; row < bins.length; row += 1) {
        const at = feature * BINS + (bins[row] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
        first[at] = (first[at] ?? 0) + (gradients[row] ?? 0);
        second[at] = (second[at] ?? 0) + (curvatures[row] ?? 0);
      }
    });
  };
}
