import type { CleanLanding, Dated } from './clean.ts';
import type { Facts, Fan } from './facts.ts';
import { compareText } from './text-order.ts';

type OwnFacts = { readonly [Table in keyof Facts]: readonly Dated<Facts[Table]>[] };

/** A fan to be scored, with all of the fan's rows up to the as-of day. */
export interface ScoredFan extends OwnFacts {
  readonly fan: Fan & { readonly sk: number; readonly wonderId: string };
}

/** What a score is computed from. */
export interface Population {
  readonly asOf: number;
  readonly fans: readonly ScoredFan[];
  readonly categories: ReadonlyMap<number, string | null>;
}

/** The fan population of a day, ordered by `wonder_id`. */
export function selectPopulation(clean: CleanLanding, asOf: number): Population {
  const fans: ScoredFan[] = [];
  for (const fan of clean.fans) {
    const { sk, wonderId } = fan;
    if (sk === null || wonderId === null || fan.active !== true) continue;
    if (fan.created !== null && fan.created > asOf) continue;
    fans.push({
      fan: { ...fan, sk, wonderId },
      engagement: clean.engagement.get(sk) ?? [],
      spend: clean.spend.get(sk) ?? [],
      loyalty: clean.loyalty.get(sk) ?? [],
      sentiment: clean.sentiment.get(sk) ?? [],
      attendance: clean.attendance.get(sk) ?? [],
      hospitality: clean.hospitality.get(sk) ?? [],
      advocacy: clean.advocacy.get(sk) ?? [],
    });
  }
  fans.sort((a, b) => compareText(a.fan.wonderId, b.fan.wonderId));
  return { asOf, fans, categories: clean.categories };
}
