import type { CleanLanding, Dated } from './clean.ts';
import type {
  Advocacy,
  Attendance,
  Engagement,
  Fan,
  Hospitality,
  Loyalty,
  Sentiment,
  Spend,
} from './facts.ts';

/** A fan to be scored, with all of the fan's rows up to the as-of day. */
export interface ScoredFan {
  readonly fan: Fan & { readonly sk: number; readonly wonderId: string };
  readonly engagement: readonly Dated<Engagement>[];
  readonly spend: readonly Dated<Spend>[];
  readonly loyalty: readonly Dated<Loyalty>[];
  readonly sentiment: readonly Dated<Sentiment>[];
  readonly attendance: readonly Dated<Attendance>[];
  readonly hospitality: readonly Dated<Hospitality>[];
  readonly advocacy: readonly Dated<Advocacy>[];
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

/** By code point, as the engines compare UTF-8; `<` on strings would compare UTF-16 units. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
