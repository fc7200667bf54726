import { sum } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';

export function scoreAdvocacy({ asOf, fans }: Population) {
  const rows = fans.map((fan) => last90(fan.advocacy, asOf));
  const referrals = percentRanks(
    rows.map((list) => {
      const referred = list.filter((row) => row.type === 'Referral');
      const converted = referred.filter((row) => row.conversion === true);
      return BigInt(referred.length + 2 * converted.length);
    }),
  );
  const reach = percentRanks(
    rows.map((list) => {
      const shared = list.filter((row) => row.type === 'Social_Share' || row.type === 'Mention');
      const total = sum(shared.map((row) => row.reach));
      return total > 1n ? total : 1n;
    }),
  );
  const hosting = percentRanks(
    rows.map((list) => BigInt(list.filter((row) => row.type === 'Alumni_Host').length)),
  );
  return fans.map((_, index) => {
    const at = (ranks: readonly Fraction[]) => (ranks[index] ?? Fraction.zero).times(100);
    return {
      advocacy_score: round2(
        Fraction.sum([
          at(referrals).times(Fraction.of(40, 100)),
          at(reach).times(Fraction.of(40, 100)),
          at(hosting).times(Fraction.of(20, 100)),
        ]),
      ),
      referral_component: round2(at(referrals)),
      amplification_component: round2(at(reach)),
      hosting_component: round2(at(hosting)),
    };
  });
}
