import { countDistinct } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population, ScoredFan } from '../population.ts';
import { percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';
import { isAttended } from './attended.ts';
import { isLearning, isPurchase } from './purchases.ts';

export function scoreEngagement(population: Population) {
  const { asOf, fans, categories } = population;
  const rank = (metric: (fan: ScoredFan) => number) =>
    percentRanks(fans.map((fan) => BigInt(metric(fan))));
  const attended = rank((fan) =>
    countDistinct(last90(fan.attendance.filter(isAttended), asOf).map((row) => row.day)),
  );
  const digital = rank((fan) => {
    const rows = last90(fan.engagement, asOf);
    const web = rows.filter((row) => row.channel === 'web');
    const opens = rows.filter((row) => row.type === 'email_open');
    return 2 * countDistinct(web.map((row) => row.session)) + opens.length;
  });
  const social = rank(
    (fan) => last90(fan.engagement, asOf).filter((row) => row.channel === 'social').length,
  );
  const courses = rank((fan) => {
    const bought = last90(fan.spend, asOf).filter(isPurchase);
    return countDistinct(bought.filter(isLearning(categories)).map((row) => row.product));
  });
  return fans.map((_, index) => {
    const at = (ranks: readonly Fraction[]) => (ranks[index] ?? Fraction.zero).times(100);
    return {
      engagement_score: round2(
        Fraction.sum([
          at(attended).times(Fraction.of(30, 100)),
          at(digital).times(Fraction.of(40, 100)),
          at(social).times(Fraction.of(20, 100)),
          at(courses).times(Fraction.of(10, 100)),
        ]),
      ),
      attendance_component: round2(at(attended)),
      digital_component: round2(at(digital)),
      social_component: round2(at(social)),
      learning_component: round2(at(courses)),
    };
  });
}
