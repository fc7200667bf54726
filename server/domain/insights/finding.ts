import type { Department } from '../departments.ts';
import type { Fact } from '../fact.ts';
import type { Segment } from '../narration/segments.ts';
import type { FigureDay } from './detect-trend.ts';
import type { InsightPriority, InsightType } from './insight-names.ts';

/** Which fans: column to value; null: the fans without one. Empty: all of the department. */
export type FanFilters = Readonly<Record<string, string | null>>;

/** What a detector found, in words, before it is decided whether it is said. */
export interface Finding {
  readonly department: Department;
  readonly type: InsightType;
  readonly priority: InsightPriority;
  readonly title: readonly Segment[];
  readonly description: readonly Segment[];
  readonly metric: string;
  readonly label: string;
  /** In the unit of the metric; null where there is none. */
  readonly value: number | null;
  /** Fans in the group it is about. */
  readonly fans: number;
  /** The smallest group that it tells something of. */
  readonly smallestGroup: number;
  /** What must move for it to be said again; its sign is the direction. */
  readonly level: number;
  /** Of findings of one type and priority the larger is told first. */
  readonly strength: number;
  readonly facts: readonly Fact[];
  /** The published figure of each day that a trend was found in; absent from other findings. */
  readonly series?: readonly FigureDay[];
  readonly filters: FanFilters;
  /** First and last day of what is judged, ISO. */
  readonly from: string;
  readonly to: string;
  readonly method: string;
}

/** What is the same however far it moves: a finding with the same key is the same news. */
export function findingKey(finding: Finding): string {
  const { department, type, metric, filters } = finding;
  const group = Object.entries(filters)
    .map(([column, value]) => `${column}=${value ?? ''}`)
    .sort()
    .join('&');
  return [department, type, metric, group].join('|');
}
