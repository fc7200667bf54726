const WINDOW = 'date_key between 20241201 and 20250301';

function grouped(table: string, aggregates: string): string {
  return `create or replace temp table bare_${table} as
    select fan_sk, count(*) as row_count, ${aggregates} from landing.${table} where ${WINDOW} group by fan_sk`;
}

/**
 * The least work any scoring must do: every fact once, the columns the scores need, the 90-day window, grouped by
 * fan, written down. No cleaning, no ranks, no joins, nothing counted distinct, nothing from before the window.
 * A column of which the scores need the values (surrogate keys and transaction ids to find copies, sessions and
 * products to count) is read and counted, which costs less than any use of it.
 */
export const GROUPED_SCAN: readonly string[] = [
  grouped(
    'fact_engagement',
    `max(date_key) as last_day, count(engagement_sk) as keys, count(session_id) as session_rows,
      sum(case when engagement_type = 'email_open' then 1 else 0 end) as opens,
      sum(case when engagement_type = 'click' then 1 else 0 end) as clicks,
      sum(case when engagement_type = 'impression' then 1 else 0 end) as impressions,
      sum(case when engagement_channel = 'social' then 1 else 0 end) as social,
      sum(case when engagement_channel in ('web', 'app') then time_on_page_seconds else 0 end) as seconds,
      sum(case when device_type = 'mobile' then 1 else 0 end) as mobile,
      sum(case when date_key >= 20250130 then 1 else 0 end) as recent`,
  ),
  grouped(
    'fact_spend',
    `count(spend_sk) as keys, sum(net_revenue) as revenue, max(date_key) as last_day, count(product_sk) as products,
      sum(case when date_key >= 20250130 then net_revenue else 0 end) as recent, count(transaction_id) as ids`,
  ),
  grouped(
    'fact_attendance',
    'count(attendance_sk) as keys, count(event_sk) as events, sum(case when no_show then 1 else 0 end) as absent',
  ),
  grouped(
    'fact_loyalty',
    `count(loyalty_sk) as keys, sum(case when activity_type = 'Redeem' then 1 else 0 end) as redemptions,
      sum(case when activity_type = 'TierChange' then 1 else 0 end) as changes, sum(reward_value) as rewards`,
  ),
  grouped(
    'fact_sentiment',
    `count(sentiment_sk) as keys, sum(nps_score) as nps, sum(review_rating) as review, sum(sentiment_score) as social,
      sum(case when sentiment_source = 'Complaint' then 1 else 0 end) as complaints`,
  ),
  grouped(
    'fact_hospitality',
    'count(hospitality_sk) as keys, sum(fb_spend) as fb, sum(service_rating) as service, count(event_sk) as events',
  ),
  grouped(
    'fact_advocacy',
    `count(advocacy_sk) as keys, sum(case when advocacy_type = 'Referral' then 1 else 0 end) as referrals, sum(reach_count) as reach,
      sum(case when conversion then 1 else 0 end) as conversions`,
  ),
];

/** Distinct sessions as one would first write them; the scores cannot be had without them. */
export const NAIVE_SESSIONS: readonly string[] = [
  `create or replace temp table bare_sessions as
    select fan_sk, count(distinct case when engagement_channel = 'web' then session_id end) as web_sessions,
      count(distinct case when engagement_channel in ('web', 'app') then session_id end) as digital_sessions
    from landing.fact_engagement where ${WINDOW} group by fan_sk`,
];
