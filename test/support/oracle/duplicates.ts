import type { Fan } from './facts.ts';

interface WithSurrogate {
  readonly sk: number | null;
}

/**
 * One row per key: the one with the smallest surrogate key, the first of those that tie on it. A row
 * whose key is null is nobody's copy.
 */
export function dropDuplicates<T extends WithSurrogate>(
  rows: readonly T[],
  keyOf: (row: T) => string | null,
): T[] {
  const kept = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const best = kept.get(key);
    if (best === undefined || surrogate(row) < surrogate(best)) kept.set(key, row);
  }
  return rows.filter((row) => {
    const key = keyOf(row);
    return key === null || kept.get(key) === row;
  });
}

/** Fans have two keys: copies of one `fan_sk` go first, then later rows of one `wonder_id`. */
export function dropDuplicateFans(fans: readonly Fan[]): Fan[] {
  const bySurrogate = dropDuplicates(fans, (fan) => (fan.sk === null ? null : String(fan.sk)));
  return dropDuplicates(bySurrogate, (fan) => fan.wonderId);
}

function surrogate(row: WithSurrogate): number {
  return row.sk ?? Number.POSITIVE_INFINITY;
}
