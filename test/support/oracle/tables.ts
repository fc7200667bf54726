/** The columns of the star schema, in the order of the source's DDL. */
export const TABLE_COLUMNS = {
  dim_fan:
    'fan_sk,wonder_id,email_hash,first_name,last_name,phone_hash,birthdate,zip_code,city,state,country,primary_sport,primary_affiliation,account_created_date,current_tier,tier_start_date,gdpr_consent,marketing_opt_in,is_active,created_at,updated_at',
  dim_event:
    'event_sk,event_id,event_name,event_type,sport,venue,capacity,event_date,is_premium_event,opponent',
  dim_product:
    'product_sk,product_id,product_name,category,subcategory,sport_affiliation,unit_cost,unit_price',
  dim_campaign:
    'campaign_sk,campaign_id,campaign_name,channel,utm_source,utm_medium,utm_campaign,start_date,end_date',
  fact_engagement:
    'engagement_sk,fan_sk,date_key,campaign_sk,engagement_type,engagement_channel,session_id,time_on_page_seconds,pages_viewed,engagement_timestamp,device_type',
  fact_spend:
    'spend_sk,fan_sk,date_key,product_sk,event_sk,transaction_id,transaction_type,quantity,gross_revenue,discount_amount,net_revenue,cost,profit,payment_method,transaction_timestamp',
  fact_loyalty:
    'loyalty_sk,fan_sk,date_key,activity_type,points_earned,points_redeemed,points_balance,tier_before,tier_after,reward_id,reward_value,activity_timestamp',
  fact_sentiment:
    'sentiment_sk,fan_sk,date_key,event_sk,sentiment_source,sentiment_score,nps_score,review_rating,comment_text,sentiment_timestamp',
  fact_attendance:
    'attendance_sk,fan_sk,date_key,event_sk,ticket_type,seat_location,check_in_timestamp,no_show',
  fact_hospitality:
    'hospitality_sk,fan_sk,date_key,event_sk,experience_type,guest_count,fb_spend,service_rating,experience_timestamp',
  fact_advocacy:
    'advocacy_sk,fan_sk,date_key,advocacy_type,referred_fan_sk,social_platform,reach_count,engagement_count,conversion,advocacy_timestamp',
} as const;

export type TableName = keyof typeof TABLE_COLUMNS;

/** In a fixed order: dimensions, then facts. */
export const TABLE_NAMES: readonly TableName[] = [
  'dim_fan',
  'dim_event',
  'dim_product',
  'dim_campaign',
  'fact_engagement',
  'fact_spend',
  'fact_loyalty',
  'fact_sentiment',
  'fact_attendance',
  'fact_hospitality',
  'fact_advocacy',
];
