import { fingerprint } from '../fingerprint.ts';
import { type Finding, findingKey } from './finding.ts';
import { INSIGHT_PRIORITIES } from './insight-names.ts';
import type { InsightSettings } from './insight-settings.ts';

/** A finding that is said, with what tells it from others. */
export interface SaidInsight extends Finding {
  /** The same for the same news on the same day, also where the day is scored again. */
  readonly insightId: string;
  /** The same for the same news on any day. */
  readonly key: string;
}

/** How far something stood when it was last said, or dismissed. */
export type LastLevels = ReadonlyMap<string, number>;

/** What a new day is compared with. Both by key. */
export interface SaidBefore {
  /** Said within `quiet_days` before. */
  readonly said: LastLevels;
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

/** The findings that are news, the most urgent first; of one priority the strongest. */
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
): SaidInsight[] {
  const isNews = (key: string, level: number) =>
    [before.said.get(key), before.dismissed.get(key)].every(
      (from) => from === undefined || hasMoved(level, { from, share: settings.moved_share }),
    );
  const rank = ({ priority }: Finding) => INSIGHT_PRIORITIES.indexOf(priority);
  return findings
    .map((finding) => {
      const key = findingKey(finding);
      const insightId = `ins_${scoreDate.replaceAll('-', '')}_${fingerprint(key)}`;
      return { ...finding, key, insightId };
    })
    .filter(({ key, level }) => isNews(key, level))
    .sort((a, b) => rank(a) - rank(b) || b.strength - a.strength || (a.key < b.key ? -1 : 1));
}
