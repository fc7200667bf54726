import type { Format } from '../../ui/format.ts';

/** "Top 12%"; of the lower half how far it is from the end, because "Top 79%" reads as praise. */
export function rankInWords(topPercent: number, format: Format): string {
  return topPercent > 50
    ? `Bottom ${format.top(100 - topPercent)}`
    : `Top ${format.top(topPercent)}`;
}
