import type { Run } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

/** 0:25, 11:42, 1:02:30 */
export function clockTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** Time spent in stages, waits between them left out; null before the first has ended. */
export function tookOf({ stages }: Pick<Run, 'stages'>): number | null {
  const took = stages.map(({ duration_ms }) => duration_ms).filter((ms) => ms !== null);
  return took.length === 0 ? null : took.reduce((sum, ms) => sum + ms, 0);
}

/** "11 min 42 s", on one line; "0.8 s" where it was quick. */
export function durationWords(milliseconds: number, format: Format): string {
  return duration(milliseconds, format).replaceAll(' ', '\u00A0');
}

function duration(milliseconds: number, format: Format): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 10) return `${format.input(Math.round(milliseconds / 100) / 10)} s`;
  if (seconds < 60) return `${format.count(seconds)} s`;
  const rest = seconds % 60 === 0 ? '' : ` ${format.count(seconds % 60)} s`;
  return `${format.count(Math.floor(seconds / 60))} min${rest}`;
}
