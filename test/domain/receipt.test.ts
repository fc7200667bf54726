import { describe, expect, it } from 'vitest';
import { endOfDay, lastCompleteDay } from '../../server/domain/calendar.ts';
import { extendedReceipts } from '../../server/domain/extended-receipts.ts';
import { type ReceiptLine, settleReceipt } from '../../server/domain/receipt.ts';
import { scopeOf } from '../../server/domain/scope.ts';

const line = (points: number): ReceiptLine => ({
  component: 'x',
  label: 'x',
  input: null,
  input_unit: null,
  percent_rank: null,
  weight: null,
  points,
  default_used: false,
});
const settle = (value: number, points: readonly number[]) =>
  settleReceipt({ score: 'loyalty', label: 'Loyalty', value, lines: points.map(line) });

describe('a receipt', () => {
  it('shows what was cut off above 100 and below 0 as a line of its own', () => {
    const high = settle(100, [40, 30, 30, 10]);
    expect(high.lines.at(-1)).toMatchObject({ label: 'Limit of 100', points: -10 });
    const low = settle(0, [10, -20]);
    expect(low.lines.at(-1)).toMatchObject({ label: 'Limit of 0', points: 10 });
    expect([high.points_total, low.points_total]).toEqual([100, 0]);
  });

  it('has no such line for the dust of rounding', () => {
    expect(settle(100, [66.668, 33.336]).lines.map(({ points }) => points)).toEqual([66.67, 33.33]);
  });

  it('of efficiency without a cost says that the default stands', () => {
    const rules = () => 10;
    const inputs = { reward_cost: 0, efficiency_revenue: 0, days_since_engagement: null };
    const scores = { revenue_efficiency_score: 50 };
    const churn = { churn_risk_score: null, hospitality_experience_score: null };
    const [receipt] = extendedReceipts({ scores: { ...scores, ...churn }, inputs, rules });
    expect(receipt).toMatchObject({ score: 'efficiency', points_total: 50, default_used: true });
  });
});

describe('a scope', () => {
  it('is nobody for no role, for an admin alone, and for a lead of nothing', () => {
    for (const roles of [[], ['admin'], ['lead']] as const) {
      const scope = scopeOf({ subject: 'x', roles, departments: [] });
      expect([scope.rows, scope.named]).toEqual([[], []]);
    }
  });

  it('of an executive who leads as well: all rows, names of the own departments', () => {
    const scope = scopeOf({ subject: 'x', roles: ['executive', 'lead'], departments: ['alumni'] });
    expect([scope.rows, scope.named]).toEqual(['all', ['alumni']]);
  });

  it('differs in its key wherever it differs', () => {
    const departments = ['athletics', 'marketing', 'finance', 'alumni'] as const;
    const sets = departments.flatMap((a) => departments.map((b) => [a, b]));
    const byKey = new Map<string, string>();
    for (const roles of [['lead'], ['executive'], ['executive', 'lead']] as const) {
      for (const set of sets) {
        const { key, ...rest } = scopeOf({ subject: 'x', roles, departments: set });
        const text = JSON.stringify(rest);
        expect(byKey.get(key) ?? text).toBe(text);
        byKey.set(key, text);
      }
    }
  });
});

describe('days', () => {
  const chicago = 'America/Chicago';
  it('end at local midnight, also when the clocks change', () => {
    const end = (day: string) => new Date(endOfDay(chicago, day)).toISOString();
    expect(end('2026-03-07')).toBe('2026-03-08T06:00:00.000Z');
    expect(end('2026-03-08')).toBe('2026-03-09T05:00:00.000Z');
    expect(end('2026-11-01')).toBe('2026-11-02T06:00:00.000Z');
    expect(new Date(endOfDay('Asia/Tokyo', '2024-02-29')).toISOString()).toBe(
      '2024-02-29T15:00:00.000Z',
    );
  });

  it('are complete once they are over where the service is', () => {
    expect(lastCompleteDay(chicago, Date.parse('2026-03-08T05:59:59Z'))).toBe('2026-03-06');
    expect(lastCompleteDay(chicago, Date.parse('2026-03-08T06:00:00Z'))).toBe('2026-03-07');
  });
});
