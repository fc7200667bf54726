import { formatCount } from './terminal.ts';

/** "1 day", "1,200 days": a count with its noun, which takes an s. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
