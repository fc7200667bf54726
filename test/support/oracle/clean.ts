import { dayOfKey } from './calendar.ts';
import { dropDuplicateFans, dropDuplicates } from './duplicates.ts';
import type { Facts, Fan, Keyed } from './facts.ts';
import type { Landing } from './landing-folder.ts';
import { type CountedTable, QualityCounter } from './quality.ts';
import { readRow } from './read-row.ts';

/** A fact row that counts: of a known fan, on a possible day, seen on the as-of day. */
export type Dated<T> = T & { readonly day: number };

type ByFan<T> = ReadonlyMap<number, readonly Dated<T>[]>;

type FactsByFan = { readonly [Table in keyof Facts]: ByFan<Facts[Table]> };

export interface CleanLanding extends FactsByFan {
  readonly fans: readonly Fan[];
  /** Category by `product_sk`. */
  readonly categories: ReadonlyMap<number, string | null>;
}

/** Rule 4 of the specification, as of a day: what is left, and the counts of what is not. */
export function cleanLanding(landing: Landing, asOf: number): [CleanLanding, QualityCounter] {
  const quality = new QualityCounter(landing);
  const allFans = landing.dim_fan.map(readRow.fan);
  const distinctFans = dropDuplicateFans(allFans);
  quality.add('dim_fan', 'duplicates', allFans.length - distinctFans.length);
  const fans = distinctFans.filter((fan) => fan.sk !== null && fan.wonderId !== null);
  quality.add('dim_fan', 'missing_key', distinctFans.length - fans.length);
  const known = new Set(fans.map((fan) => fan.sk));

  function byFan<T extends Keyed>(table: CountedTable, distinct: readonly T[]): ByFan<T> {
    const result = new Map<number, Dated<T>[]>();
    quality.add(table, 'duplicates', landing[table].length - distinct.length);
    for (const row of distinct) {
      const day = row.dateKey === null ? null : dayOfKey(row.dateKey);
      if (row.fanSk === null || !known.has(row.fanSk)) quality.add(table, 'unknown_fan', 1);
      else if (day === null) quality.add(table, 'no_date', 1);
      else if (day > asOf) quality.add(table, 'after_D', 1);
      else {
        const rows = result.get(row.fanSk) ?? [];
        rows.push({ ...row, day });
        result.set(row.fanSk, rows);
      }
    }
    return result;
  }

  function inRange(table: CountedTable, limits: readonly [low: number, high: number]) {
    return (value: number | null): number | null => {
      if (value === null || (value >= limits[0] && value <= limits[1])) return value;
      quality.add(table, 'out_of_range', 1);
      return null;
    };
  }
  const score = inRange('fact_sentiment', [-100, 100]);
  const nps = inRange('fact_sentiment', [0, 10]);
  const review = inRange('fact_sentiment', [1, 5]);
  const service = inRange('fact_hospitality', [1, 5]);

  quality.countDimensions();
  const clean: CleanLanding = {
    fans,
    categories: readCategories(landing),
    engagement: byFan('fact_engagement', distinct(landing.fact_engagement.map(readRow.engagement))),
    spend: byFan('fact_spend', dropDuplicates(landing.fact_spend.map(readRow.spend), spendKey)),
    loyalty: byFan('fact_loyalty', distinct(landing.fact_loyalty.map(readRow.loyalty))),
    sentiment: byFan(
      'fact_sentiment',
      distinct(landing.fact_sentiment.map(readRow.sentiment)).map((row) => ({
        ...row,
        score: score(row.score),
        nps: nps(row.nps),
        review: review(row.review),
      })),
    ),
    attendance: byFan('fact_attendance', distinct(landing.fact_attendance.map(readRow.attendance))),
    hospitality: byFan(
      'fact_hospitality',
      distinct(landing.fact_hospitality.map(readRow.hospitality)).map((row) => ({
        ...row,
        service: service(row.service),
      })),
    ),
    advocacy: byFan('fact_advocacy', distinct(landing.fact_advocacy.map(readRow.advocacy))),
  };
  return [clean, quality];
}

function distinct<T extends Keyed>(rows: readonly T[]): T[] {
  return dropDuplicates(rows, (row) => (row.sk === null ? null : String(row.sk)));
}

/** A transaction id may look like a surrogate key: the two must not meet. */
function spendKey(row: Facts['spend']): string | null {
  if (row.transaction !== null) return `transaction ${row.transaction}`;
  return row.sk === null ? null : `spend ${row.sk}`;
}

function readCategories(landing: Landing): ReadonlyMap<number, string | null> {
  const categories = new Map<number, string | null>();
  for (const row of landing.dim_product) {
    const sk = row.product_sk ?? null;
    if (sk !== null && !categories.has(Number(sk)))
      categories.set(Number(sk), row.category ?? null);
  }
  return categories;
}
