import { expect, it } from 'vitest';
import { nextScore } from '../../server/entry/cli/next-score.ts';

it('names the day, and the database that was named, as a shell takes it', () => {
  expect(nextScore('2025-03-01', undefined)).toBe('Next: npx wonder score --as-of 2025-03-01');
  expect(nextScore('2025-03-01', 'data/mine.duckdb')).toBe(
    'Next: npx wonder score --as-of 2025-03-01 --database data/mine.duckdb',
  );
  expect(nextScore('2025-03-01', "Zoë's fans.duckdb")).toBe(
    "Next: npx wonder score --as-of 2025-03-01 --database 'Zoë'\\''s fans.duckdb'",
  );
});
