import type { Reading } from './reading.ts';

const REACH = 3;

/** The word at a place, in lower case; empty where there is none. */
export function wordAt({ tokens }: Reading, at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Whether a metric or a group's name stands at a place. */
export function partAt({ mentions, names }: Reading, at: number): 'metric' | 'name' | undefined {
  const holds = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from <= at && at < to;
  if (mentions.some(holds)) return 'metric';
  return names.all.some(holds) ? 'name' : undefined;
}

/** Whether a figure follows closely: "by a further 57", "by some $1,200". */
export function isMeasured({ tokens }: Reading, at: number): boolean {
  return tokens.slice(at + 1, at + 1 + REACH).some(({ kind }) => kind === 'figure');
}
