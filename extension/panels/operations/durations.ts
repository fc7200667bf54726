import type { Run } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

/** Time spent in stages, waits between them left out; null before the first has ended. */
export function tookOf({ stages }: Pick<Run, 'stages'>): number | null {
  const took = stages.map(({ duration_ms }) => duration_ms).filter((ms) => ms !== null);
  return took.length === 0 ? null : took.reduce((sum, ms) => sum + ms, 0);
}

const QUICK_MS = 100;

/** "11 min 42 s", on one line; "0.8 s" where it was quick. */
export function durationWords(milliseconds: number, format: Format): string {
  return duration(milliseconds, format).replaceAll(' ', '\u00A0');
}

function duration(milliseconds: number, format: Format): string {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < QUICK_MS) return `< ${format.change(QUICK_MS / 1000)} s`;
  if (milliseconds < 9950) return `${format.change(milliseconds / 1000)} s`;
  if (seconds < 60) return `${format.count(seconds)} s`;
  const rest = seconds % 60 === 0 ? '' : ` ${format.count(seconds % 60)} s`;
  return `${format.count(Math.floor(seconds / 60))} min${rest}`;
}
