import type { CohortFilter } from './summarise-cohort.ts';

/** What a query with `meets_filters` is asked: the first four binds, and whether they narrow anything. */
export function askedFilters({ sport, affiliation, loyalty_tier, tier }: CohortFilter) {
  const asked = [sport, affiliation, loyalty_tier, tier].map((value) => value ?? null);
  return { asked, vars: { narrowed: String(asked.some((value) => value !== null)) } };
}
