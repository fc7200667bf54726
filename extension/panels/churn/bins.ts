import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { Bin } from '../../chart/histogram-geometry.ts';

/** Best first: Elite stands at the foot, where it can be compared across bars. */
export const TIERS = ['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer'] as const;

/** What a bar is made of, from the foot up; on top those whose tier may not be told. */
const STACK = [
  ...TIERS.map((tier) => ({ key: tier.toLowerCase(), name: tier })),
  { key: 'hidden', name: 'Tier hidden' },
];

/** The histogram's bars, each with its tiers from the foot up. */
export function binsOf({ histogram, histogram_bins }: ChurnSummary): readonly Bin[] {
  return histogram_bins.map(({ from, to, fans }) => {
    const tiers = TIERS.map(
      (tier) => histogram.find((cell) => cell.tier === tier && cell.from === from)?.fans ?? null,
    );
    const told = tiers.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const counts = [...tiers, fans === null ? null : fans - told];
    return {
      from,
      to,
      parts: STACK.map(({ key }, index) => ({ key, count: counts[index] ?? null })),
    };
  });
}

/** The parts that a reader can find in the bars. */
export function drawnParts(bins: readonly Bin[]): typeof STACK {
  return STACK.filter(({ key }) =>
    bins.some(({ parts }) => parts.some((part) => part.key === key && (part.count ?? 0) > 0)),
  );
}
