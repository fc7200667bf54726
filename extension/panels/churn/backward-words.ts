import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

/** What became of those who were flagged, about ninety days on; or why that is not known. */
export function backwardInWords(
  { backward }: ChurnSummary,
  format: Format,
): { readonly text: string; readonly flagged: number; readonly lapsed: number } | string {
  const { flagged_on, flagged, lapsed, why } = backward;
  if (flagged_on === null || flagged === null || lapsed === null || flagged === 0) {
    return why ?? 'There is no published day 90 days ago to look back at.';
  }
  const share = format.weight(lapsed / flagged);
  return {
    text: `On ${format.day(flagged_on)} we flagged ${format.count(flagged)}. ${format.count(lapsed)} of them lapsed (${share}).`,
    flagged,
    lapsed,
  };
}
