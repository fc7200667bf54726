import type { Row } from '../csv.ts';
import type { TableName } from '../tables.ts';
import { completeRow } from './dimensions.ts';
import { ODD_TEXT, type Values } from './values.ts';

export type FactTable = Extract<TableName, `fact_${string}`>;

const CHANNELS = ['web', 'web', 'web', 'app', 'email', 'social', 'Web', 'web '];
const ENGAGEMENTS = [
  ...['page_view', 'email_open', 'email_open', 'click', 'click', 'impression', 'social_post'],
  ...['Email_Open', 'CLICK'],
];
const DEVICES = ['mobile', 'mobile', 'desktop', 'tablet', 'Mobile'];
const ACTIVITIES = ['Redeem', 'Redeem', 'Earn', 'Earn', 'TierChange', 'Expiration', 'redeem'];
const SOURCES = ['NPS', 'Review', 'Social', 'Survey', 'Complaint', 'Complaint', 'complaint'];
const ADVOCACIES = ['Referral', 'Referral', 'Social_Share', 'Mention', 'Alumni_Host', 'referral'];

const FLAGS = ['true', 'false', 'false'];
const EVENTS = ['1', '2', '3', '4', '77', '-1'];

/** What a fact of a table says, apart from its keys, fan and day. */
const FACT_CELLS: Readonly<Record<FactTable, (values: Values) => Row>> = {
  fact_engagement(values) {
    const { random } = values;
    return {
      engagement_type: values.orNull('engagement_type', random.pick(ENGAGEMENTS)),
      engagement_channel: values.orNull('engagement_channel', random.pick(CHANNELS)),
      session_id: values.orNull('session_id', `s${random.between(1, 9)}`),
      time_on_page_seconds: values.orNull('seconds', random.pick(['0', '1', '60', '9999999999'])),
      device_type: values.orNull('device_type', random.pick(DEVICES)),
      engagement_timestamp: values.orNull('stamp', `${values.date()} 10:00:00`),
    };
  },
  fact_spend(values) {
    const { random } = values;
    return {
      product_sk: values.orNull('product_sk', String(random.between(1, 11))),
      event_sk: values.orNull('spend_event', random.pick(EVENTS)),
      transaction_type: random.pick(['Purchase', 'Donation', 'Refund']),
      quantity: '1',
      gross_revenue: '1.00',
      net_revenue: values.orNull('net_revenue', values.amount()),
      payment_method: values.orNull('payment_method', random.pick(ODD_TEXT)),
    };
  },
  fact_loyalty(values) {
    const { random } = values;
    return {
      activity_type: values.orNull('activity_type', random.pick(ACTIVITIES)),
      points_earned: '100',
      tier_before: values.orNull('tier_before', 'Anchor'),
      reward_value: values.orNull('reward_value', values.amount().replace('-', '')),
    };
  },
  fact_sentiment(values) {
    const { random } = values;
    const score = random.pick(['-100', '100', '0', '-51', '-50', '50', '7', '101', '-101']);
    return {
      event_sk: values.orNull('sentiment_event', random.pick(EVENTS)),
      sentiment_source: values.orNull('sentiment_source', random.pick(SOURCES)),
      sentiment_score: values.orNull('sentiment_score', score),
      nps_score: values.orNull('nps_score', String(random.between(-1, 11))),
      review_rating: values.orNull('review_rating', String(random.between(0, 6))),
      comment_text: values.orNull('comment_text', random.pick(ODD_TEXT)),
    };
  },
  fact_attendance(values) {
    const { random } = values;
    return {
      event_sk: values.orNull('event_sk', random.pick(EVENTS)),
      ticket_type: random.pick(ODD_TEXT),
      no_show: values.orNull('no_show', random.pick(FLAGS)),
    };
  },
  fact_hospitality(values) {
    const { random } = values;
    return {
      event_sk: values.orNull('hospitality_event', random.pick(EVENTS)),
      experience_type: 'Suite',
      guest_count: '2',
      fb_spend: values.orNull('fb_spend', values.amount().replace('-', '')),
      service_rating: values.orNull('service_rating', String(random.between(0, 6))),
    };
  },
  fact_advocacy(values) {
    const { random } = values;
    return {
      advocacy_type: values.orNull('advocacy_type', random.pick(ADVOCACIES)),
      reach_count: values.orNull('reach_count', random.pick(['0', '0', '1', '2', '500', '-3'])),
      conversion: values.orNull('conversion', random.pick(FLAGS)),
    };
  },
};

/** A fact without keys or an owner. */
export function randomFact(table: FactTable, values: Values): Row {
  return completeRow(table, { ...FACT_CELLS[table](values), date_key: values.dateKey() });
}

/** Numbers the facts; some have no key, and some belong to nobody. */
export function assignKeys(table: FactTable, values: Values, facts: readonly Row[]): Row[] {
  const { random } = values;
  const surrogate = `${table.slice('fact_'.length)}_sk`;
  return facts.map((fact, index) => {
    const stray = ['9999', '0', '-7', null][random.between(0, 3)] ?? null;
    return {
      ...fact,
      [surrogate]: random.chance(0.03) ? null : String(index + 1),
      fan_sk: random.chance(0.06) ? stray : (fact.fan_sk ?? null),
      ...(table === 'fact_spend' ? { transaction_id: `T${index + 1}` } : {}),
    };
  });
}
