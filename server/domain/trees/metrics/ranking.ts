/**
 * Area under the ROC curve, 0..1: how often a row of label 1 has the higher score than one of label 0,
 * ties counting half (Mann and Whitney's U over the product of the class sizes, exact). Null with one
 * class only. Labels are 0 or 1; scores are any finite numbers, one per label.
 */
export function rankingAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  let positives = 0;
  let rankSum = 0;
  for (const { start, end, ones } of tieGroups(labels, scores)) {
    positives += ones;
    // Ranks are counted from 1; equal scores share the mean of theirs.
    rankSum += (ones * (start + 1 + end)) / 2;
  }
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Lift of the best-scored `share` (0..1) of the rows, at least one row: the share of label 1 among them
 * over the share among all. Where equal scores straddle the cut, their mean is taken, so the order of
 * rows does not matter. Null without a label 1.
 */
export function liftAt(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  share: number,
): number | null {
  const wanted = Math.max(1, Math.round(labels.length * share));
  const firstTaken = labels.length - wanted;
  let positives = 0;
  let taken = 0;
  for (const { start, end, ones } of tieGroups(labels, scores)) {
    positives += ones;
    const inside = Math.max(0, end - Math.max(start, firstTaken));
    taken += (ones * inside) / (end - start);
  }
  return positives === 0 ? null : taken / wanted / (positives / labels.length);
}

interface TieGroup {
  /** Places in ascending order of score, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly ones: number;
}

function tieGroups(labels: ArrayLike<number>, scores: ArrayLike<number>): TieGroup[] {
  const order = Int32Array.from({ length: labels.length }, (_, row) => row).sort(
    (one, other) => (scores[one] ?? 0) - (scores[other] ?? 0),
  );
  const groups: TieGroup[] = [];
  let start = 0;
  while (start < order.length) {
    const score = scores[order[start] ?? 0];
    let end = start + 1;
    let ones = labels[order[start] ?? 0] ?? 0;
    while (end < order.length && scores[order[end] ?? 0] === score) {
      ones += labels[order[end] ?? 0] ?? 0;
      end += 1;
    }
    groups.push({ start, end, ones });
    start = end;
  }
  return groups;
}
