import { dateOfDay } from '../calendar.ts';
import type { Row } from '../csv.ts';
import type { Landing } from '../landing-folder.ts';
import { completeRow, randomProducts } from './dimensions.ts';
import { assignKeys, type FactTable, randomFact } from './facts.ts';
import { Random } from './random.ts';
import { Values } from './values.ts';

const TIERS = ['Gold', 'Commodore Elite', 'Commodore Plus', 'Commodore', 'Anchor', null];

/**
 * Exactly so many scored fans with skewed, plausible facts. Where one less than their number divides
 * a power of ten by 2 to the third or more (32, 160, 400, 800 ...), ranks and weighted sums of ranks
 * fall on exact half cents, which a rounding of doubles gets wrong.
 */
export function crowdLanding(seed: number, count: number, asOf: number): Landing {
  const random = new Random(seed);
  const values = new Values(random, asOf);
  const fans: Row[] = Array.from({ length: count }, (_, index) =>
    completeRow('dim_fan', {
      fan_sk: String(index + 1),
      wonder_id: `W${index + 1}`,
      account_created_date: dateOfDay(asOf - random.between(0, 2 * count)),
      current_tier: TIERS[random.between(0, TIERS.length - 1)] ?? null,
      is_active: 'true',
    }),
  );
  const facts = (table: FactTable): Row[] => {
    const owned = Array.from({ length: 3 * count }, () => {
      const owner = Math.floor(random.unit() ** 2 * count) + 1;
      const day = asOf - random.between(0, 95);
      const date_key = dateOfDay(day).replaceAll('-', '');
      return { ...randomFact(table, values), fan_sk: String(owner), date_key };
    });
    return assignKeys(table, values, owned);
  };
  return {
    dim_fan: fans,
    dim_event: [],
    dim_product: randomProducts(values),
    dim_campaign: [],
    fact_engagement: facts('fact_engagement'),
    fact_spend: facts('fact_spend'),
    fact_loyalty: facts('fact_loyalty'),
    fact_sentiment: facts('fact_sentiment'),
    fact_attendance: facts('fact_attendance'),
    fact_hospitality: facts('fact_hospitality'),
    fact_advocacy: facts('fact_advocacy'),
  };
}
