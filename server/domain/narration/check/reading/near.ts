import type { Mention } from './mentions.ts';

/** The last thing spoken of before a place. */
export function lastBefore(mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.findLast(({ to }) => to <= at);
}

/** The thing spoken of at a place, on whichever of its words. */
export function mentionAt(mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.find(({ from, to }) => from <= at && at < to);
}

/** The thing whose words begin at a place. */
export function mentionFrom(mentions: readonly Mention[], at: number): Mention | undefined {
  return mentions.find(({ from }) => from === at);
}
