import { Cells } from './cells.ts';
import type { Row } from './csv.ts';

export interface Fan {
  readonly sk: number | null;
  readonly wonderId: string | null;
  readonly created: number | null;
  readonly tier: string | null;
  readonly sport: string | null;
  readonly affiliation: string | null;
  readonly active: boolean | null;
}

export interface Keyed {
  readonly sk: number | null;
  readonly fanSk: number | null;
  readonly dateKey: number | null;
}

export interface Engagement extends Keyed {
  readonly type: string | null;
  readonly channel: string | null;
  readonly session: string | null;
  readonly seconds: number | null;
  readonly device: string | null;
}

export interface Spend extends Keyed {
  readonly transaction: string | null;
  readonly product: number | null;
  readonly net: bigint | null;
}

export interface Loyalty extends Keyed {
  readonly type: string | null;
  readonly reward: bigint | null;
}

export interface Sentiment extends Keyed {
  readonly source: string | null;
  readonly score: number | null;
  readonly nps: number | null;
  readonly review: number | null;
}

export interface Attendance extends Keyed {
  readonly event: number | null;
  readonly noShow: boolean | null;
}

export interface Hospitality extends Keyed {
  readonly event: number | null;
  readonly spend: bigint | null;
  readonly service: number | null;
}

export interface Advocacy extends Keyed {
  readonly type: string | null;
  readonly reach: number | null;
  readonly conversion: boolean | null;
}

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
  engagement(row: Row): Engagement {
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
  spend(row: Row): Spend {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'spend_sk'),
      transaction: cells.text('transaction_id'),
      product: cells.integer('product_sk'),
      net: cells.cents('net_revenue'),
    };
  },
  loyalty(row: Row): Loyalty {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'loyalty_sk'),
      type: cells.text('activity_type'),
      reward: cells.cents('reward_value'),
    };
  },
  sentiment(row: Row): Sentiment {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'sentiment_sk'),
      source: cells.text('sentiment_source'),
      score: cells.integer('sentiment_score'),
      nps: cells.integer('nps_score'),
      review: cells.integer('review_rating'),
    };
  },
  attendance(row: Row): Attendance {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'attendance_sk'),
      event: cells.integer('event_sk'),
      noShow: cells.flag('no_show'),
    };
  },
  hospitality(row: Row): Hospitality {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'hospitality_sk'),
      event: cells.integer('event_sk'),
      spend: cells.cents('fb_spend'),
      service: cells.integer('service_rating'),
    };
  },
  advocacy(row: Row): Advocacy {
    const cells = new Cells(row);
    return {
      ...keyed(cells, 'advocacy_sk'),
      type: cells.text('advocacy_type'),
      reach: cells.integer('reach_count'),
      conversion: cells.flag('conversion'),
    };
  },
};
