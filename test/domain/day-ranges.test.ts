import { expect, it } from 'vitest';
import { describeDays } from '../../server/domain/day-ranges.ts';

it.each([
  [[], ''],
  [['2025-01-01'], '2025-01-01'],
  [['2024-02-28', '2024-02-29', '2024-03-01'], '2024-02-28 to 2024-03-01'],
  [['2025-01-01', '2025-01-03', '2025-01-05'], '2025-01-01, 2025-01-03 and 2025-01-05'],
])('%j is said as %j', (days, words) => {
  expect(describeDays(days)).toBe(words);
});

it('keeps the newest spans of many', () => {
  const days = Array.from(
    { length: 10 },
    (_, i) => `2025-01-${String(2 * i + 1).padStart(2, '0')}`,
  );
  expect(describeDays(days)).toMatch(/^4 earlier spans, 2025-01-09, .* and 2025-01-19$/);
});
