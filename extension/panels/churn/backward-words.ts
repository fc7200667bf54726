import type { ChurnData } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { isNarrowed } from './context.ts';

/** What became of those who were flagged, about ninety days on; or why that is not known. */
export function backwardInWords(
  data: ChurnData,
  format: Format,
): { readonly text: string; readonly flagged: number; readonly lapsed: number } | string {
  const { flagged_on, flagged, lapsed, why } = data.backward;
  if (flagged_on === null || flagged === null || lapsed === null || flagged === 0) {
    return why ?? 'There is no published day 90 days ago to look back at.';
  }
  const [day, count] = [format.day(flagged_on), format.count(flagged)];
  const said = isNarrowed(data)
    ? `Of all members we flagged ${count} on ${day}`
    : `On ${day} we flagged ${count}`;
  const share = format.weight(lapsed / flagged);
  return {
    text: `${said}. ${format.count(lapsed)} of them lapsed (${share}).`,
    flagged,
    lapsed,
  };
}
