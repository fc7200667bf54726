import { PATHS } from '../contract/index.ts';
import type { Department } from '../domain/departments.ts';
import type { FanFilters } from '../domain/insights/finding.ts';
import { parseSegment } from '../domain/segments.ts';

/** Filters of evidence that lists of fans take under another name, or as a choice. */
const ASKED_AS: Readonly<Record<string, (value: string) => readonly [string, string]>> = {
  primary_sport: (value) => ['sport', value],
  primary_affiliation: (value) => ['affiliation', value],
  loyalty_tier: (value) => ['loyalty_tier', value],
  churn_risk_level: (value) => ['churn_risk_level', value],
  min_score: (value) => ['min_score', value],
  marketing_opt_in: (value) => ['contactable', value],
  gdpr_consent: (value) => ['contactable', value],
  max_revenue: () => ['bought', 'false'],
  hostings: () => ['hosted', 'false'],
};

/** The list of the fans that an insight is about, as a path of the service; null where no list can be narrowed so. */
export function fansPath({
  department,
  scoreDate,
  filters,
}: {
  readonly department: Department;
  /** ISO. */
  readonly scoreDate: string;
  readonly filters: FanFilters;
}): string | null {
  const query = new URLSearchParams({ score_date: scoreDate });
  if (department !== 'executive') query.set('department', department);
  const { segment: name, ...others } = filters;
  for (const [column, value] of Object.entries(others)) {
    const asked = value === null ? undefined : ASKED_AS[column]?.(value);
    if (asked === undefined) return null;
    query.set(...asked);
  }
  const segment = parseSegment(name ?? '');
  const path = segment === undefined ? PATHS.fans : PATHS.segment.replace('{name}', segment);
  return `${path}?${query}`;
}
