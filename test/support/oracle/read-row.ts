import { Cells } from './cells.ts';
import type { Row } from './csv.ts';
import type { Facts, Fan, Keyed } from './facts.ts';

function keyed(cells: Cells, surrogate: string): Keyed {
  return {
    sk: cells.integer(surrogate),
    fanSk: cells.integer('fan_sk'),
    dateKey: cells.integer('date_key'),
  };
}

/** Text rows to typed ones, one reader per table that a score looks at. */
export const readRow = {
  fan(row: Row): Fan {
    const cells = new Cells(row);
    return {
      sk: cells.integer('fan_sk'),
      wonderId: cells.text('wonder_id'),
      created: cells.day('account_created_date'),
      tier: cells.text('current_tier'),
      sport: cells.text('primary_sport'),
      affiliation: cells.text('primary_affiliation'),
      active: cells.flag('is_active'),
    };
  },
  engagement(row: Row): Facts['engagement'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'engagement_sk'),
      type: cells.text('engagement_type'),
      channel: cells.text('engagement_channel'),
      session: cells.text('session_id'),
      seconds: cells.integer('time_on_page_seconds'),
      device: cells.text('device_type'),
    };
  },
  spend(row: Row): Facts['spend'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'spend_sk'),
      transaction: cells.text('transaction_id'),
      product: cells.integer('product_sk'),
      net: cells.cents('net_revenue'),
    };
  },
  loyalty(row: Row): Facts['loyalty'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'loyalty_sk'),
      type: cells.text('activity_type'),
      reward: cells.cents('reward_value'),
    };
  },
  sentiment(row: Row): Facts['sentiment'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'sentiment_sk'),
      source: cells.text('sentiment_source'),
      score: cells.integer('sentiment_score'),
      nps: cells.integer('nps_score'),
      review: cells.integer('review_rating'),
    };
  },
  attendance(row: Row): Facts['attendance'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'attendance_sk'),
      event: cells.integer('event_sk'),
      noShow: cells.flag('no_show'),
    };
  },
  hospitality(row: Row): Facts['hospitality'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'hospitality_sk'),
      event: cells.integer('event_sk'),
      spend: cells.cents('fb_spend'),
      service: cells.integer('service_rating'),
    };
  },
  advocacy(row: Row): Facts['advocacy'] {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'advocacy_sk'),
      type: cells.text('advocacy_type'),
      reach: cells.integer('reach_count'),
      conversion: cells.flag('conversion'),
    };
  },
};
