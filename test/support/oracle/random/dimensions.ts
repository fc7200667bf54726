import { dateOfDay } from '../calendar.ts';
import type { Row } from '../csv.ts';
import { TABLE_COLUMNS, type TableName } from '../tables.ts';
import { ODD_TEXT, type Values } from './values.ts';

const TIERS = [
  ...['Gold', 'Commodore Elite', 'Commodore Plus', 'Commodore', 'Anchor'],
  ...['gold', 'Gold ', 'Platinum', 'Änchor'],
];
const SPORTS = ['Football', 'Basketball', 'Baseball', ...ODD_TEXT];
const AFFILIATIONS = ['Alumni', 'Student', 'Community', 'alumni', ...ODD_TEXT];
/** Their order differs between UTF-8, UTF-16 and case-blind comparison. */
const WONDER_IDS = ['w1', 'W1', 'ﬀ', '😀', 'é', 'e\u0301', 'Z,z', 'q"q', 'a b', '10', '9', 'Ω'];
const CATEGORIES = [
  ...['Learning', 'Learning', 'Ticket', 'Merch', 'F&B', 'Donation', 'Subscription', 'Parking'],
  ...['learning', 'Learning ', 'Kids "big, small"'],
];

/** Every column of the table, null where the cells do not say. */
export function completeRow(table: TableName, cells: Row): Row {
  const empty = TABLE_COLUMNS[table].split(',').map((column) => [column, null] as const);
  return { ...Object.fromEntries(empty), ...cells };
}

/** Fans of every kind: inactive, unborn, undated, without a key, and second rows of a known one. */
export function randomFans(values: Values, asOf: number, count: number): Row[] {
  const { random } = values;
  const fans: Row[] = [];
  for (let sk = 1; sk <= count; sk += 1) {
    const odd = random.chance(0.2) ? WONDER_IDS[sk % WONDER_IDS.length] : undefined;
    fans.push(randomFan(values, asOf, [String(sk), odd === undefined ? `W${sk}` : `${odd}-${sk}`]));
  }
  if (!random.chance(0.5)) return fans;
  for (const fan of fans.slice()) {
    const wonder = fan.wonder_id ?? null;
    if (random.chance(0.1)) fans.push(fan);
    if (random.chance(0.1)) fans.push(randomFan(values, asOf, [String(500 + fans.length), wonder]));
    if (random.chance(0.03)) fans.push(randomFan(values, asOf, [null, `lost-${fans.length}`]));
    if (random.chance(0.03)) fans.push(randomFan(values, asOf, [String(700 + fans.length), null]));
  }
  return random.shuffled(fans);
}

export function randomProducts(values: Values): Row[] {
  const { random } = values;
  const products: Row[] = [];
  for (let sk = 1; sk <= 9; sk += 1) {
    const product = completeRow('dim_product', {
      product_sk: random.chance(0.05) ? null : String(sk),
      product_id: `P${sk}`,
      product_name: random.pick(ODD_TEXT),
      category: values.orNull('category', random.pick(CATEGORIES)),
      unit_cost: '1.00',
    });
    products.push(product);
    if (random.chance(0.1)) products.push(product);
  }
  return random.shuffled(products);
}

function randomFan(values: Values, asOf: number, [sk, wonder]: readonly (string | null)[]): Row {
  const { random } = values;
  const birthdate = random.pick(['1964-02-29', '2001-12-31']);
  const years = random.between(0, 4000);
  const created = random.chance(0.4) ? values.day() : asOf - years;
  return completeRow('dim_fan', {
    fan_sk: sk ?? null,
    wonder_id: wonder ?? null,
    first_name: values.orNull('first_name', random.pick(ODD_TEXT)),
    last_name: values.orNull('last_name', random.pick(ODD_TEXT)),
    birthdate: values.orNull('birthdate', birthdate),
    city: values.orNull('city', random.pick(ODD_TEXT)),
    primary_sport: values.orNull('primary_sport', random.pick(SPORTS)),
    primary_affiliation: values.orNull('primary_affiliation', random.pick(AFFILIATIONS)),
    account_created_date: values.orNull('account_created_date', dateOfDay(created)),
    current_tier: values.orNull('current_tier', random.pick(TIERS)),
    gdpr_consent: values.orNull('gdpr_consent', String(random.chance(0.5))),
    marketing_opt_in: values.orNull('marketing_opt_in', String(random.chance(0.5))),
    is_active: random.chance(0.08) ? null : String(random.chance(0.85)),
    created_at: values.orNull('created_at', '2020-01-01 00:00:00'),
  });
}
