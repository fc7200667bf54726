import { average, countDistinct } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { percentRanks } from '../ranks.ts';
import { last90 } from '../windows.ts';

/** Null for fans without a hospitality row in the window; ranks among the others. */
export function scoreHospitality({ asOf, fans }: Population): (bigint | null)[] {
  const rows = fans.map((fan) => last90(fan.hospitality, asOf));
  const guests = rows.filter((list) => list.length > 0);
  const spendRanks = percentRanks(
    guests.map((list) => {
      const cents = average(list.map((row) => row.spend)) ?? Fraction.zero;
      return cents.over(100).scaled(6);
    }),
  );
  const dayRanks = percentRanks(
    guests.map((list) => BigInt(countDistinct(list.map((row) => row.day)))),
  );
  const scores = new Map(
    guests.map((list, index) => {
      const service = average(list.map((row) => row.service)) ?? Fraction.of(3);
      const experiences = countDistinct(list.map((row) => `${row.day} ${row.event ?? -1}`));
      const score = round2(
        Fraction.sum([
          service.over(5).times(100).times(Fraction.of(40, 100)),
          (spendRanks[index] ?? Fraction.zero).times(100).times(Fraction.of(30, 100)),
          (dayRanks[index] ?? Fraction.zero).times(100).times(Fraction.of(20, 100)),
          Fraction.of(experiences - 1, experiences)
            .times(100)
            .times(Fraction.of(10, 100)),
        ]).clip(0, 100),
      );
      return [list, score];
    }),
  );
  return rows.map((list) => scores.get(list) ?? null);
}
