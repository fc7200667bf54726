import type { Place } from '../models/portal.ts';

/** The place that an address names: `?department=athletics&dashboard=FanScores/Overview`; null for none. */
export function placeFromQuery(search: string): Place | null {
  const query = new URLSearchParams(search);
  const department = query.get('department');
  if (department === null || department === '') return null;
  return { department, name: query.get('dashboard') ?? '' };
}

/** The address that `placeFromQuery` reads back. */
export function queryFromPlace({ department, name }: Place): string {
  return new URLSearchParams({ department, dashboard: name }).toString();
}
