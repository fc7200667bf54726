/** An ISO day as the landing tables write days: 2025-03-01 is 20250301. */
export function dateKey(isoDay: string): number {
  return Number(isoDay.replaceAll('-', ''));
}

/** The ISO day of a date key; no calendar day where the key is none. */
export function dayOfKey(key: number): string {
  const text = String(key);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
