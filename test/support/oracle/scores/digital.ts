import { countDistinct, sum } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';

/** Null for fans without an engagement row in the window; ranks among the others. */
export function scoreDigital({ asOf, fans }: Population): (bigint | null)[] {
  const rows = fans.map((fan) => last90(fan.engagement, asOf));
  const users = rows.filter((list) => list.length > 0);
  const online = users.map((list) =>
    list.filter((row) => row.channel === 'web' || row.channel === 'app'),
  );
  const sessionRanks = percentRanks(
    online.map((list) => BigInt(countDistinct(list.map((row) => row.session)))),
  );
  const secondRanks = percentRanks(online.map((list) => sum(list.map((row) => row.seconds))));
  const scores = new Map(
    users.map((list, index) => {
      const clicks = list.filter((row) => row.type === 'click').length;
      const impressions = list.filter((row) => row.type === 'impression').length;
      const rate = impressions === 0 ? Fraction.of(5, 100) : Fraction.of(clicks, impressions);
      const mobile = list.filter((row) => row.device === 'mobile').length;
      const score = round2(
        Fraction.sum([
          (sessionRanks[index] ?? Fraction.zero).times(100).times(Fraction.of(35, 100)),
          (secondRanks[index] ?? Fraction.zero).times(100).times(Fraction.of(30, 100)),
          rate.clip(0, 1).times(100).times(Fraction.of(20, 100)),
          Fraction.of(mobile, list.length).times(100).times(Fraction.of(15, 100)),
        ]).clip(0, 100),
      );
      return [list, score];
    }),
  );
  return rows.map((list) => scores.get(list) ?? null);
}
