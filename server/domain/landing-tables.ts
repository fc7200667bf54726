/** Types of the input, in the words of both engines. */
export type LandingType = 'bigint' | 'varchar' | 'date' | 'timestamp' | 'boolean' | 'decimal(18,2)';

/**
 * The input: twelve tables of a star schema, their columns in order. Source: the technical guide's
 * DDL, in lower case, whole numbers as bigint and money as decimal(18,2). Nothing is unique or
 * required: rows may be doubled, dated impossibly or about nobody, and must still load.
 */
const LANDING_TABLES = {
  dim_fan: {
    fan_sk: 'bigint',
    wonder_id: 'varchar',
    email_hash: 'varchar',
    first_name: 'varchar',
    last_name: 'varchar',
    phone_hash: 'varchar',
    birthdate: 'date',
    zip_code: 'varchar',
    city: 'varchar',
    state: 'varchar',
    country: 'varchar',
    primary_sport: 'varchar',
    primary_affiliation: 'varchar',
    account_created_date: 'date',
    current_tier: 'varchar',
    tier_start_date: 'date',
    gdpr_consent: 'boolean',
    marketing_opt_in: 'boolean',
    is_active: 'boolean',
    created_at: 'timestamp',
    updated_at: 'timestamp',
  },
  dim_date: {
    date_key: 'bigint',
    full_date: 'date',
    day_of_week: 'varchar',
    day_of_month: 'bigint',
    month_number: 'bigint',
    month_name: 'varchar',
    quarter: 'bigint',
    year: 'bigint',
    is_weekend: 'boolean',
    is_holiday: 'boolean',
    academic_year: 'bigint',
    fiscal_year: 'bigint',
    is_game_day: 'boolean',
  },
  dim_event: {
    event_sk: 'bigint',
    event_id: 'varchar',
    event_name: 'varchar',
    event_type: 'varchar',
    sport: 'varchar',
    venue: 'varchar',
    capacity: 'bigint',
    event_date: 'date',
    is_premium_event: 'boolean',
    opponent: 'varchar',
  },
  dim_product: {
    product_sk: 'bigint',
    product_id: 'varchar',
    product_name: 'varchar',
    category: 'varchar',
    subcategory: 'varchar',
    sport_affiliation: 'varchar',
    unit_cost: 'decimal(18,2)',
    unit_price: 'decimal(18,2)',
  },
  dim_campaign: {
    campaign_sk: 'bigint',
    campaign_id: 'varchar',
    campaign_name: 'varchar',
    channel: 'varchar',
    utm_source: 'varchar',
    utm_medium: 'varchar',
    utm_campaign: 'varchar',
    start_date: 'date',
    end_date: 'date',
  },
  fact_engagement: {
    engagement_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    campaign_sk: 'bigint',
    engagement_type: 'varchar',
    engagement_channel: 'varchar',
    session_id: 'varchar',
    time_on_page_seconds: 'bigint',
    pages_viewed: 'bigint',
    engagement_timestamp: 'timestamp',
    device_type: 'varchar',
  },
  fact_spend: {
    spend_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    product_sk: 'bigint',
    event_sk: 'bigint',
    transaction_id: 'varchar',
    transaction_type: 'varchar',
    quantity: 'bigint',
    gross_revenue: 'decimal(18,2)',
    discount_amount: 'decimal(18,2)',
    net_revenue: 'decimal(18,2)',
    cost: 'decimal(18,2)',
    profit: 'decimal(18,2)',
    payment_method: 'varchar',
    transaction_timestamp: 'timestamp',
  },
  fact_loyalty: {
    loyalty_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    activity_type: 'varchar',
    points_earned: 'bigint',
    points_redeemed: 'bigint',
    points_balance: 'bigint',
    tier_before: 'varchar',
    tier_after: 'varchar',
    reward_id: 'varchar',
    reward_value: 'decimal(18,2)',
    activity_timestamp: 'timestamp',
  },
  fact_sentiment: {
    sentiment_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    event_sk: 'bigint',
    sentiment_source: 'varchar',
    sentiment_score: 'bigint',
    nps_score: 'bigint',
    review_rating: 'bigint',
    comment_text: 'varchar',
    sentiment_timestamp: 'timestamp',
  },
  fact_attendance: {
    attendance_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    event_sk: 'bigint',
    ticket_type: 'varchar',
    seat_location: 'varchar',
    check_in_timestamp: 'timestamp',
    no_show: 'boolean',
  },
  fact_hospitality: {
    hospitality_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    event_sk: 'bigint',
    experience_type: 'varchar',
    guest_count: 'bigint',
    fb_spend: 'decimal(18,2)',
    service_rating: 'bigint',
    experience_timestamp: 'timestamp',
  },
  fact_advocacy: {
    advocacy_sk: 'bigint',
    fan_sk: 'bigint',
    date_key: 'bigint',
    advocacy_type: 'varchar',
    referred_fan_sk: 'bigint',
    social_platform: 'varchar',
    reach_count: 'bigint',
    engagement_count: 'bigint',
    conversion: 'boolean',
    advocacy_timestamp: 'timestamp',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LandingType>>>>;

/** The name of an input table. */
export type LandingTableName = keyof typeof LANDING_TABLES;

/** A column of an input table. */
export interface LandingColumn {
  readonly name: string;
  readonly type: LandingType;
}

/** True for the name of an input table. */
export function isLandingTable(name: string): name is LandingTableName {
  return Object.hasOwn(LANDING_TABLES, name);
}

/** All input tables, dimensions first: the order of the source's DDL. */
export function landingTableNames(): LandingTableName[] {
  return Object.keys(LANDING_TABLES).filter(isLandingTable);
}

/** The columns of an input table, in order. */
export function landingColumns(table: LandingTableName): LandingColumn[] {
  return Object.entries(LANDING_TABLES[table]).map(([name, type]) => ({ name, type }));
}
