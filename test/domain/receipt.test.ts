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

  it('has no such line between the limits, whatever is missing', () => {
    expect(settle(63, [30, 30]).lines.map(({ points }) => points)).toEqual([31.5, 31.5]);
  });

  it('of efficiency without a cost says that the default stands', () => {
    const rules = () => 10;
    const inputs = { reward_cost: 0, efficiency_revenue: 0, days_since_engagement: null };
    const scores = { revenue_efficiency_score: 50 };
    const churn = { churn_risk_score: null, hospitality_experience_score: null };
    const [receipt] = extendedReceipts({ scores: { ...scores, ...churn }, inputs, rules });
    expect(receipt).toMatchObject({ score: 'efficiency', points_total: 50, default_used: true });
  });

  it('of digital affinity says that the default click rate stands where nothing was shown', () => {
    const defaultUsed = (impressions: number) => {
      const shares = { sessions_rank: 0.5, seconds_rank: 0.5, click_rate: 0.5, mobile_share: 0.5 };
      const inputs = { ...shares, digital_sessions: 1, digital_seconds: 1, impressions };
      const scores = { digital_affinity_score: 50 };
      return extendedReceipts({ scores, inputs, rules: () => 0.25 })[0]?.default_used;
    };
    expect([defaultUsed(0), defaultUsed(1)]).toEqual([true, false]);
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

  it('end where the clocks change within a day of it, as the tz database has it', () => {
    const end = (zone: string, day: string) => new Date(endOfDay(zone, day)).toISOString();
    // UTC+10 until 2026-10-04 02:00, UTC+11 until 2026-04-05 03:00.
    expect(end('Australia/Sydney', '2026-10-03')).toBe('2026-10-03T14:00:00.000Z');
    expect(end('Australia/Sydney', '2026-04-04')).toBe('2026-04-04T13:00:00.000Z');
    // At midnight itself: from UTC-4 to UTC-3, and an hour twice before it from UTC-3 to UTC-4.
    expect(end('America/Santiago', '2024-09-07')).toBe('2024-09-08T04:00:00.000Z');
    expect(end('America/Santiago', '2024-04-06')).toBe('2024-04-07T04:00:00.000Z');
  });

  it('are complete once they are over where the service is', () => {
    expect(lastCompleteDay(chicago, Date.parse('2026-03-08T05:59:59Z'))).toBe('2026-03-06');
    expect(lastCompleteDay(chicago, Date.parse('2026-03-08T06:00:00Z'))).toBe('2026-03-07');
  });
});
