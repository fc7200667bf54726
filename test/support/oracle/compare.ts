import type { Row } from './csv.ts';

export interface Comparison {
  /** Columns that identify a row on both sides. */
  readonly key: readonly string[];
  /** Columns compared as text; all others are numbers. */
  readonly exact: ReadonlySet<string>;
  /** How far apart two numbers may be. */
  readonly tolerance: number;
}

/** Every difference in words: missing and additional rows and columns, other values. */
export function listDifferences(
  expected: readonly Row[],
  actual: readonly Row[],
  { key, exact, tolerance }: Comparison,
): string[] {
  const differences: string[] = [];
  const nameOf = (row: Row) => key.map((column) => row[column] ?? '(null)').join(' ');
  const found = new Map(actual.map((row) => [nameOf(row), row]));
  if (found.size !== actual.length) differences.push('the actual rows repeat a key');
  for (const row of expected) {
    const name = nameOf(row);
    const other = found.get(name);
    found.delete(name);
    if (other === undefined) {
      differences.push(`${name}: no such row`);
      continue;
    }
    for (const [column, value] of Object.entries(row)) {
      const got = other[column];
      if (got === value) continue;
      const numeric = !exact.has(column) && value !== null && got !== null && got !== undefined;
      if (numeric && Math.abs(Number(value) - Number(got)) <= tolerance) continue;
      differences.push(`${name}: ${column} is ${got ?? 'null'}, not ${value ?? 'null'}`);
    }
  }
  for (const name of found.keys()) differences.push(`${name}: a row too many`);
  return differences;
}

/** How the golden data compare their three expected files, apart from the tolerance. */
export const RESULT_FILES = {
  daily: {
    key: ['wonder_id'],
    exact: new Set([
      ...['fan_sk', 'wonder_id', 'score_date', 'wonder_score_tier'],
      ...['has_engagement', 'has_loyalty', 'has_value', 'has_sentiment', 'has_advocacy'],
      ...['loyalty_tier', 'primary_sport', 'primary_affiliation'],
    ]),
  },
  extended: {
    key: ['wonder_id'],
    exact: new Set(['fan_sk', 'wonder_id', 'score_date', 'churn_risk_level']),
  },
  segments: {
    key: ['segment', 'wonder_id'],
    exact: new Set(['segment', 'wonder_id', 'position']),
  },
} as const;
