import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { Bin } from '../../chart/histogram-geometry.ts';

/** Best first: Elite stands at the foot, where it can be compared across bars. */
export const TIERS = ['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer'] as const;

/** The histogram's bars, each with its tiers from the foot up. */
export function binsOf({ histogram }: ChurnSummary): readonly Bin[] {
  const starts = [...new Set(histogram.map(({ from }) => from))].sort((a, b) => a - b);
  return starts.map((from) => {
    const cells = histogram.filter((cell) => cell.from === from);
    return {
      from,
      to: cells[0]?.to ?? from + 10,
      parts: TIERS.map((tier) => ({
        key: tier.toLowerCase(),
        count: cells.find((cell) => cell.tier === tier)?.fans ?? null,
      })),
    };
  });
}

/** The tiers that a reader can find in the bars. */
export function drawnTiers(bins: readonly Bin[]): readonly (typeof TIERS)[number][] {
  const isDrawn = (key: string): boolean =>
    bins.some(({ parts }) => parts.some((part) => part.key === key && (part.count ?? 0) > 0));
  return TIERS.filter((tier) => isDrawn(tier.toLowerCase()));
}
