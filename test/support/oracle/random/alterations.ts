import { dateOfDay } from '../calendar.ts';
import type { Row } from '../csv.ts';
import type { Landing } from '../landing-folder.ts';
import { TABLE_NAMES } from '../tables.ts';
import { completeRow } from './dimensions.ts';
import type { FactTable } from './facts.ts';
import type { Random } from './random.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const FACT_TABLES = TABLE_NAMES.filter((table): table is FactTable => table.startsWith('fact_'));
const FRESH_KEYS = 10_000_000;

/** One more purchase of a fan, anywhere in the window, of anything at any price. */
export function addPurchase(landing: Landing, fan: Row, [random, asOf]: [Random, number]): Landing {
  const purchase = completeRow('fact_spend', {
    spend_sk: String(FRESH_KEYS),
    transaction_id: 'another purchase',
    fan_sk: fan.fan_sk ?? null,
    date_key: keyOf(asOf - random.between(0, 90)),
    product_sk: random.chance(0.2) ? null : String(random.between(1, 11)),
    net_revenue: random.chance(0.2) ? null : random.pick(['0.00', '0.01', '55.00', '99999999.99']),
  });
  return { ...landing, fact_spend: [...landing.fact_spend, purchase] };
}

/** A fan like another: with none of the other's facts, or with all of them under new keys. */
export function addFan(landing: Landing, like: Row, who: { sk: number; facts: boolean }): Landing {
  const altered: Writable<Landing> = { ...landing };
  const fan = { ...like, fan_sk: String(who.sk), wonder_id: `added ${who.sk}` };
  altered.dim_fan = [...landing.dim_fan, fan];
  if (!who.facts) return altered;
  for (const table of FACT_TABLES) {
    const own = landing[table].filter((row) => row.fan_sk === like.fan_sk);
    altered[table] = [
      ...landing[table],
      ...renumber(table, own, who.sk * 1000).map((row) => ({ ...row, fan_sk: fan.fan_sk })),
    ];
  }
  return altered;
}

/** Rows that must not count: later than the day, of unknown fans, undated, or exact copies. */
export function addUncounted(landing: Landing, asOf: number): Landing {
  const altered: Writable<Landing> = { ...landing };
  for (const table of FACT_TABLES) {
    const rows = landing[table];
    const later = rows.map((row) => ({ ...row, date_key: keyOf(asOf + 1) }));
    const foreign = rows.map((row) => ({ ...row, fan_sk: '424242' }));
    const ownerless = rows.map((row) => ({ ...row, fan_sk: null }));
    const undated = rows.map((row) => ({ ...row, date_key: null }));
    const impossible = rows.map((row) => ({ ...row, date_key: '20250230' }));
    const added = [...later, ...foreign, ...ownerless, ...undated, ...impossible];
    // A row without a key is nobody's copy, so copying it would count.
    const copies = rows.filter((row) => row[surrogateOf(table)] !== null);
    altered[table] = [...renumber(table, added, FRESH_KEYS), ...copies, ...rows];
  }
  return altered;
}

function renumber(table: FactTable, rows: readonly Row[], from: number): Row[] {
  return rows.map((row, index) => ({
    ...row,
    [surrogateOf(table)]: String(from + index),
    ...(table === 'fact_spend' ? { transaction_id: `fresh ${from + index}` } : {}),
  }));
}

function surrogateOf(table: FactTable): string {
  return `${table.slice('fact_'.length)}_sk`;
}

function keyOf(day: number): string {
  return dateOfDay(day).replaceAll('-', '');
}
