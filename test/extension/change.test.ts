import { describe, expect, it } from 'vitest';
import { rowsOfTrend, rowToCompare } from '../../extension/models/change.ts';

function days(...dates: readonly string[]) {
  return dates.map((score_date) => ({ score_date }));
}

describe('rowToCompare', () => {
  it('is 28 days before', () => {
    const rows = days('2025-01-31', '2025-02-01', '2025-02-02', '2025-03-01');
    expect(rowToCompare(rows)?.score_date).toBe('2025-02-01');
  });

  it('is the nearest before that, up to a week', () => {
    expect(rowToCompare(days('2025-01-25', '2025-03-01'))?.score_date).toBe('2025-01-25');
    expect(rowToCompare(days('2025-01-24', '2025-03-01'))).toBeNull();
  });

  it('is never nearer than 28 days', () => {
    expect(rowToCompare(days('2025-02-02', '2025-03-01'))).toBeNull();
    expect(rowToCompare([])).toBeNull();
  });
});

describe('rowsOfTrend', () => {
  it('starts where the change starts', () => {
    const rows = days('2025-01-01', '2025-01-30', '2025-02-10', '2025-03-01');
    expect(rowsOfTrend(rows)).toEqual(rows.slice(1));
  });

  it('shows what there is of the period while history is short', () => {
    const rows = days('2025-02-20', '2025-03-01');
    expect(rowsOfTrend(rows)).toEqual(rows);
  });
});
