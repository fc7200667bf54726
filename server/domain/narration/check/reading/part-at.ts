import { hasFigure } from '../text/word-at.ts';
import type { Reading } from './reading.ts';

const REACH = 3;

/** Whether a metric or a group is spoken of at a place. */
export function partAt({ metrics, groups }: Reading, at: number): 'metric' | 'group' | undefined {
  const holds = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from <= at && at < to;
  if (metrics.some(holds)) return 'metric';
  return groups.some(holds) ? 'group' : undefined;
}

/** Whether a figure follows closely: "by a further 57", "by some $1,200". */
export function isMeasured({ tokens }: Reading, at: number): boolean {
  return hasFigure(tokens.slice(at + 1, at + 1 + REACH));
}
