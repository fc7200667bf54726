import { describe, expect, it } from 'vitest';
import { type Figure, settleFigures } from '../../server/domain/department-figures.ts';

const AVERAGE: Figure = {
  kind: 'kpi',
  metric: 'average_wonder_score',
  dimension: null,
  dimension_value: null,
  value: 61.5,
  unit: 'points',
  fans: 100,
  told: 100,
};
const atRisk = (value: number): Figure => ({
  ...AVERAGE,
  metric: 'at_risk_fans',
  unit: 'fans',
  value,
});
const settle = (now: Figure[], before: Figure[] = []) =>
  settleFigures({ now, before, minimum: 10 });

describe('a count of some fans of a department of 100', () => {
  it.each([
    { counted: 0, shown: true },
    { counted: 9, shown: false },
    { counted: 10, shown: true },
    { counted: 90, shown: true },
    { counted: 91, shown: false },
    { counted: 100, shown: true },
  ])('of $counted: shown $shown, as is what it leaves', ({ counted, shown }) => {
    const [kpi] = settle([atRisk(counted)]).kpis;
    expect(kpi).toMatchObject({ value: shown ? counted : null, suppressed: !shown });
  });
});

describe('a figure of a department', () => {
  it('is hidden where it tells of fewer than 10, by itself or beside another', () => {
    expect(settle([{ ...AVERAGE, told: 9 }]).kpis[0]).toMatchObject({ value: null, fans: null });
    expect(settle([{ ...AVERAGE, told: 10 }]).kpis[0]).toMatchObject({ value: 61.5, fans: 100 });
  });

  it('has a change against one that was shown, to 4 decimals', () => {
    const change = (before: Partial<Figure>) =>
      settle([AVERAGE], [{ ...AVERAGE, ...before }]).kpis[0]?.change;
    expect(settle([AVERAGE]).kpis[0]?.change).toBeNull();
    // 61.5 - 60.00004 = 1.49996
    expect(change({ value: 60.00004 })).toBe(1.5);
    expect(change({ value: 60, told: 9 })).toBeNull();
    expect(change({ value: null })).toBeNull();
  });

  it('by group hides a second group, so that the sum does not give the small one back', () => {
    const group = (dimension_value: string, fans: number): Figure => ({
      ...AVERAGE,
      kind: 'breakdown',
      metric: 'fans',
      unit: 'fans',
      dimension: 'primary_sport',
      dimension_value,
      value: fans,
      fans,
      told: fans,
    });
    const { breakdown } = settle([group('Football', 60), group('Tennis', 9), group('Golf', 31)]);
    expect(breakdown.map(({ value }) => value)).toEqual([60, null, null]);
  });
});
