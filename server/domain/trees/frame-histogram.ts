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
    if (features === 4) addFour(block, { ...bins, word, shift: 0 }, range);
    if (features === 2 || features === 3) addTwo(block, { ...bins, word, shift: 0 }, range);
    if (features === 3) addOne(block.subarray(2 * BINS), { ...bins, word, shift: 16 }, range);
    if (features === 1) addOne(block, { ...bins, word, shift: 0 }, range);
  }
}

interface Block extends BinWords {
  /** Which word of a row. */
  readonly word: number;
  /** By how many bits the first feature is moved up in it. */
  readonly shift: number;
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

function addTwo(
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
    into[a] = (into[a] ?? 0) + value;
    into[b] = (into[b] ?? 0) + value;
  }
}

function addOne(
  into: Float64Array,
  { words, wordsPerRow, word, shift }: Block,
  { rows, start, end, values }: ValuedRange,
): void {
  for (let at = start; at < end; at += 1) {
    const row = rows[at] ?? 0;
    const bin = ((words[row * wordsPerRow + word] ?? 0) >>> shift) & 255;
    into[bin] = (into[bin] ?? 0) + (values[row] ?? 0);
  }
}
