import { dateOfDay, dayOfDate } from '../calendar.ts';
import type { Cell, Row } from '../csv.ts';
import type { Landing } from '../landing-folder.ts';
import { craftFacts } from './crafted.ts';
import { completeRow, randomFans, randomProducts } from './dimensions.ts';
import { duelLanding } from './duel.ts';
import { addCopies, mixTransactions } from './duplicates.ts';
import { assignKeys, type FactTable, randomFact } from './facts.ts';
import { Random } from './random.ts';
import { ODD_TEXT, Values } from './values.ts';

/** Leap days, ends of months and years, both clock changes, and the day of the golden data. */
const AS_OF_DATES = [
  ...['2024-02-29', '2024-03-01', '2024-05-29', '2024-12-31', '2025-01-01', '2025-03-01'],
  ...['2025-03-09', '2023-11-05', '2025-05-31', '2023-02-28'],
];
const FAN_COUNTS = [0, 1, 1, 2, 2, 3, 4, 5, 6, 9, 11, 17, 21, 41];

export interface RandomLanding {
  readonly landing: Landing;
  /** The day its rows gather around, and others that see the same rows differently. */
  readonly asOfDates: readonly string[];
}

/** A small data set with everything in it that the specification has a rule for. */
export function randomLanding(seed: number): RandomLanding {
  const random = new Random(seed);
  const date = random.pick(AS_OF_DATES);
  const asOf = dayOfDate(date) ?? 0;
  const others = random.shuffled([1, -1, 30, -30, 60, 91]).slice(0, 2);
  const asOfDates = [asOf, ...others.map((days) => asOf + days)].map(dateOfDay);
  const duel = random.chance(0.1);
  return { landing: duel ? duelLanding(random, asOf) : mixedLanding(random, asOf), asOfDates };
}

function mixedLanding(random: Random, asOf: number): Landing {
  const values = new Values(random, asOf);
  const tied = random.chance(0.1);
  const dirt = random.pick([0, 0.05, 0.05, 0.3]);
  const fans = randomFans(values, asOf, random.pick(FAN_COUNTS)).map((fan) =>
    tied ? { ...fan, account_created_date: '2020-02-29', current_tier: 'Gold' } : fan,
  );
  const crafted = craftFacts(random, asOf, fans);
  const facts = (table: FactTable): Row[] => {
    const perFan = random.pick([0, 1, 2, 4, 8]);
    const invented = tied
      ? repeatForAll(random.between(0, perFan), fans, () => randomFact(table, values))
      : spread(random, perFan, fans).map((fan_sk) => ({ ...randomFact(table, values), fan_sk }));
    const keyed = assignKeys(table, values, invented);
    const mixed = table === 'fact_spend' ? mixTransactions(keyed, random, dirt) : keyed;
    return addCopies([...mixed, ...crafted[table]], random, dirt);
  };
  return {
    dim_fan: fans,
    dim_event: randomEvents(random, dateOfDay(asOf)),
    dim_product: random.chance(0.95) ? randomProducts(values) : [],
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

/** Owners of facts: few fans have many, some have none. */
function spread(random: Random, perFan: number, fans: readonly Row[]): Cell[] {
  return Array.from({ length: fans.length * perFan }, () => {
    const index = Math.floor(random.unit() * random.unit() * fans.length);
    return fans[index]?.fan_sk ?? null;
  });
}

/** The same facts for every fan. */
function repeatForAll(count: number, fans: readonly Row[], invent: () => Row): Row[] {
  const facts = Array.from({ length: count }, invent);
  const owners = new Set(fans.map((fan) => fan.fan_sk ?? null));
  return [...owners].flatMap((fan_sk) => facts.map((fact) => ({ ...fact, fan_sk })));
}

function randomEvents(random: Random, date: string): Row[] {
  const events = ['1', '2', '3', null].map((event_sk) =>
    completeRow('dim_event', {
      event_sk,
      event_id: event_sk,
      event_name: random.pick(ODD_TEXT),
      event_date: date,
      is_premium_event: 'false',
    }),
  );
  return addCopies(events, random, 0.3);
}
