import { sum } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { last90 } from '../windows.ts';

/** Null for fans with neither a spend nor a loyalty row in the window. */
export function scoreEfficiency({ asOf, fans }: Population): (bigint | null)[] {
  return fans.map((fan) => {
    const spend = last90(fan.spend, asOf);
    const loyalty = last90(fan.loyalty, asOf);
    if (spend.length === 0 && loyalty.length === 0) return null;
    const revenue = Fraction.of(sum(spend.map((row) => row.net)), 100);
    const earned = loyalty.filter((row) => row.type === 'Earn');
    const rewards = Fraction.of(sum(earned.map((row) => row.reward)), 100);
    const cost = rewards.plus(revenue.times(Fraction.of(10, 100)));
    if (!cost.isAbove(0)) return round2(Fraction.of(50));
    return round2(revenue.times(10).over(cost).clip(0, 100));
  });
}
