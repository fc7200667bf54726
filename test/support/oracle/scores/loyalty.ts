import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';

const TIER_POINTS: ReadonlyMap<string, number> = new Map([
  ['Gold', 100],
  ['Commodore Elite', 85],
  ['Commodore Plus', 70],
  ['Commodore', 50],
  ['Anchor', 30],
]);

export function scoreLoyalty({ asOf, fans }: Population) {
  const count = (type: string) =>
    fans.map((fan) => last90(fan.loyalty, asOf).filter((row) => row.type === type).length);
  const ages = percentRanks(fans.map(({ fan }) => BigInt(asOf - (fan.created ?? asOf))));
  const redemptions = percentRanks(count('Redeem').map(BigInt));
  const changes = count('TierChange');
  return fans.map(({ fan }, index) => {
    const tier = Fraction.of(TIER_POINTS.get(fan.tier ?? '') ?? 10);
    const tenure = (ages[index] ?? Fraction.zero).times(100);
    const redemption = (redemptions[index] ?? Fraction.zero).times(100);
    const stability = Fraction.of([10, 5][changes[index] ?? 0] ?? 0);
    return {
      loyalty_score: round2(
        Fraction.sum([
          tier.times(Fraction.of(40, 100)),
          tenure.times(Fraction.of(30, 100)),
          redemption.times(Fraction.of(30, 100)),
          stability,
        ]).clip(0, 100),
      ),
      tier_component: round2(tier),
      tenure_component: round2(tenure),
      redemption_component: round2(redemption),
      stability_bonus: round2(stability),
    };
  });
}
