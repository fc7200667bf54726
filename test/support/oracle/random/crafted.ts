import { dateOfDay } from '../calendar.ts';
import type { Row } from '../csv.ts';
import { completeRow } from './dimensions.ts';
import type { FactTable } from './facts.ts';
import type { Random } from './random.ts';

/** Reward and net revenue of fans whose cost is nothing at all, a cent, or nearly nothing. */
const COSTS: readonly (readonly [reward: string, net: string])[] = [
  ['0.30', '-3.00'],
  ['0.70', '-7.00'],
  ['1.10', '-11.00'],
  ['5.55', '-55.50'],
  ['9999999.99', '-99999999.90'],
  ['10000000.00', '-99999999.90'],
  ['100.01', '-1000.00'],
  ['0.00', '0.01'],
  ['0.01', '99999999.99'],
  ['1234567890123.45', '-0.01'],
  ['0.50', '1234567890123.45'],
];

/** Facts that chance alone does not put together: costs around zero, and every sentiment at an end. */
export function craftFacts(
  random: Random,
  asOf: number,
  fans: readonly Row[],
): Readonly<Record<FactTable, Row[]>> {
  const facts: Record<FactTable, Row[]> = {
    fact_engagement: [],
    fact_spend: [],
    fact_loyalty: [],
    fact_sentiment: [],
    fact_attendance: [],
    fact_hospitality: [],
    fact_advocacy: [],
  };
  if (fans.length === 0 || !random.chance(0.5)) return facts;
  const owned = (sk: number) => ({
    fan_sk: random.pick(fans).fan_sk ?? null,
    date_key: dateOfDay(asOf - random.pick([0, 30, 31, 90])).replaceAll('-', ''),
    sk: String(sk),
  });
  for (let sk = 90_001; sk <= 90_004; sk += 1) {
    const { sk: key, ...fact } = owned(sk);
    const [reward_value, net_revenue] = random.pick(COSTS);
    const spend = { ...fact, spend_sk: key, transaction_id: `C${key}`, net_revenue };
    const loyalty = { ...fact, loyalty_sk: key, activity_type: 'Earn', reward_value };
    facts.fact_spend.push(completeRow('fact_spend', spend));
    facts.fact_loyalty.push(completeRow('fact_loyalty', loyalty));
    const { sk: again, ...opinion } = owned(sk);
    const [sentiment_score, nps_score] = random.pick([
      ['100', '10'],
      ['-100', '0'],
      ['-50', null],
    ] as const);
    facts.fact_sentiment.push(
      completeRow('fact_sentiment', {
        ...opinion,
        sentiment_sk: again,
        sentiment_score,
        nps_score,
      }),
    );
  }
  return facts;
}
