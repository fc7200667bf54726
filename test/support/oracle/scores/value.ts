import { countDistinct, sum } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { descendingPercentRanks, percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';
import { isPurchase } from './purchases.ts';

const ONE_DOLLAR = 100n;
const DAYS_WITHOUT_PURCHASE = 91;

export function scoreValue({ asOf, fans, categories }: Population) {
  const rows = fans.map((fan) => last90(fan.spend, asOf));
  const bought = rows.map((spend) => spend.filter(isPurchase));
  const revenues = rows.map((spend) => sum(spend.map((row) => row.net)));
  const days = bought.map((spend) => spend.map((row) => row.day));
  const lastDays = days.map((list) =>
    list.length === 0 ? DAYS_WITHOUT_PURCHASE : asOf - Math.max(...list),
  );
  const revenueRanks = percentRanks(
    revenues.map((cents) => (cents > ONE_DOLLAR ? cents : ONE_DOLLAR)),
  );
  const frequencyRanks = percentRanks(days.map((list) => BigInt(countDistinct(list))));
  const recencyRanks = descendingPercentRanks(lastDays.map(BigInt));
  return fans.map((_, index) => {
    const at = (ranks: readonly Fraction[]) => (ranks[index] ?? Fraction.zero).times(100);
    const kinds = (bought[index] ?? []).map((row) =>
      row.product === null ? null : (categories.get(row.product) ?? null),
    );
    const breadth = Fraction.of(2 * countDistinct(kinds)).clip(0, 10);
    return {
      value_score: round2(
        Fraction.sum([
          at(revenueRanks).times(Fraction.of(50, 100)),
          at(frequencyRanks).times(Fraction.of(30, 100)),
          at(recencyRanks).times(Fraction.of(20, 100)),
          breadth,
        ]).clip(0, 100),
      ),
      revenue_component: round2(at(revenueRanks)),
      frequency_component: round2(at(frequencyRanks)),
      recency_component: round2(at(recencyRanks)),
      breadth_bonus: round2(breadth),
    };
  });
}
