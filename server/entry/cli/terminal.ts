/** Where a command writes, and how fast time passes for it. */
export interface Terminal {
  /** A line of the result, for people and pipes. */
  print(line: string): void;
  /** A line about progress or trouble; never mixed into a result. */
  note(line: string): void;
  /** Replaces the last status; only shown where a person watches. */
  status(text: string): void;
  readonly interactive: boolean;
}

/** A bar of `width` cells, filled to a share of 0..1. */
export function progressBar(share: number, width = 24): string {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`;
}

/** 12,345 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Seconds with one decimal: '0.8 s'. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
