import { type Finding, findingKey } from './finding.ts';
import { insightIdOf } from './insight-id.ts';
import { INSIGHT_PRIORITIES } from './insight-names.ts';
import type { InsightSettings } from './insight-settings.ts';

/** A finding that is listed, with what tells it from others. */
export interface ListedInsight extends Finding {
  /** The same as long as it stands, also where a day is scored again; another where it is said anew. */
  readonly insightId: string;
  /** The same for the same news on any day. */
  readonly key: string;
  /** The day it was said, ISO: the score date where it is news. */
  readonly saidOn: string;
}

/** Where something stood when it was dismissed. */
export type LastLevels = ReadonlyMap<string, number>;

/** Where something stood when it was last said as news, and on which day. */
export type LastSaid = ReadonlyMap<string, { readonly level: number; readonly day: string }>;

/** What a new day is compared with. Both by key. */
export interface SaidBefore {
  /** Said within `quiet_days` before. */
  readonly said: LastSaid;
  /** Dismissed as wrong or known, at any time, and not brought back since. */
  readonly dismissed: LastLevels;
}

/**
 * Whether something stands elsewhere than it did: turned round, or further away than `share` of where it
 * stood.
 */
export function hasMoved(level: number, { from, share }: { from: number; share: number }): boolean {
  if (level === from) return false;
  if (Math.sign(level) !== Math.sign(from)) return true;
  return Math.abs(level - from) >= share * Math.abs(from);
}

/**
 * The findings of a day that are listed: all but those that were dismissed and have not moved since. What was
 * said before and has not moved keeps the day it was said; the rest is news. The most urgent first, of one
 * priority the newest, of one day the strongest.
 */
export function chooseInsights(
  findings: readonly Finding[],
  {
    before,
    scoreDate,
    settings,
  }: {
    readonly before: SaidBefore;
    readonly scoreDate: string;
    readonly settings: InsightSettings;
  },
): ListedInsight[] {
  const moved = (level: number, from: number | undefined) =>
    from === undefined || hasMoved(level, { from, share: settings.moved_share });
  const rank = ({ priority }: Finding) => INSIGHT_PRIORITIES.indexOf(priority);
  return findings
    .map((finding) => {
      const key = findingKey(finding);
      const last = before.said.get(key);
      const saidOn = last === undefined || moved(finding.level, last.level) ? scoreDate : last.day;
      const insightId = insightIdOf(key, saidOn);
      return { ...finding, key, insightId, saidOn };
    })
    .filter(({ key, level }) => moved(level, before.dismissed.get(key)))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.saidOn.localeCompare(a.saidOn) ||
        b.strength - a.strength ||
        (a.key < b.key ? -1 : 1),
    );
}
