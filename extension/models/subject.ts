import type { HostFilters, HostState } from '../host/dashboard-host.ts';

/** Whom the rings are about: one fan, or everybody the dashboard's filters leave. */
export type Subject =
  | { readonly mode: 'fan'; readonly wonderId: string }
  | { readonly mode: 'cohort'; readonly filters: HostFilters };

/** A fan when exactly one is selected, else the cohort: several selected fans are no average of anything. */
export function subjectOf(state: HostState): Subject {
  const [only, ...others] = state.selection;
  return only !== undefined && others.length === 0
    ? { mode: 'fan', wonderId: only }
    : { mode: 'cohort', filters: state.filters };
}
