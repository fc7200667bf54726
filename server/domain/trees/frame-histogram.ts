import { BINS, type BinWords, type RowRange } from './histograms.ts';

/**
 * Sums the packed targets of some rows per feature and bin into `into` (256 numbers per feature, which
 * are overwritten). Features are taken in blocks of four, then of two, then alone, because the time goes
 * into loads, stores and loop overhead.
 */
export function fillFrameHistogram(
  into: Float64Array,
  bins: BinWords,
  range: RowRange & { readonly values: Float64Array },
): void {
  into.fill(0);
  for (let word = 0; word < bins.wordsPerRow; word += 1) {
    const features = Math.min(4, bins.features - word * 4);
    const block = into.subarray(word * 4 * BINS, (word * 4 + features) * BINS);
    if (features === 4) addFour(block, { ...bins, word }, range);
    else addFew(block, { ...bins, word, few: features }, range);
  }
}

interface Block extends BinWords {
  /** Which word of a row. */
  readonly word: number;
}

type ValuedRange = RowRange & { readonly values: Float64Array };

function addFour(
  into: Float64Array,
  { words, wordsPerRow, word }: Block,
  { rows, start, end, values }: ValuedRange,
): void {
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[row] ?? 0;
    const bins = words[row * wordsPerRow + word] ?? 0;
    const a = bins & 255;
    const b = 256 | ((bins >>> 8) & 255);
    const c = 512 | ((bins >>> 16) & 255);
    const d = 768 | (bins >>> 24);
    into[a] = (into[a] ?? 0) + value;
    into[b] = (into[b] ?? 0) + value;
    into[c] = (into[c] ?? 0) + value;
    into[d] = (into[d] ?? 0) + value;
  }
}

function addFew(
  into: Float64Array,
  { words, wordsPerRow, word, few }: Block & { readonly few: number },
  { rows, start, end, values }: ValuedRange,
): void {
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const value = values[row] ?? 0;
    let bins = words[row * wordsPerRow + word] ?? 0;
    for (let offset = 0; offset < few * BINS; offset += BINS) {
      const a = offset | (bins & 255);
      into[a] = (into[a] ?? 0) + value;
      bins >>>= 8;
    }
  }
}
