create schema if not exists landing;

create table if not exists landing.dim_fan (
    fan_sk bigint,
    wonder_id varchar,
    email_hash varchar,
    first_name varchar,
    last_name varchar,
    phone_hash varchar,
    birthdate date,
    zip_code varchar,
    city varchar,
    state varchar,
    country varchar,
    primary_sport varchar,
    primary_affiliation varchar,
    account_created_date date,
    current_tier varchar,
    tier_start_date date,
    gdpr_consent boolean,
    marketing_opt_in boolean,
    is_active boolean,
    created_at timestamp,
    updated_at timestamp
);

create table if not exists landing.dim_date (
    date_key bigint,
    full_date date,
    day_of_week varchar,
    day_of_month bigint,
    month_number bigint,
    month_name varchar,
    quarter bigint,
    year bigint,
    is_weekend boolean,
    is_holiday boolean,
    academic_year bigint,
    fiscal_year bigint,
    is_game_day boolean
);

create table if not exists landing.dim_event (
    event_sk bigint,
    event_id varchar,
    event_name varchar,
    event_type varchar,
    sport varchar,
    venue varchar,
    capacity bigint,
    event_date date,
    is_premium_event boolean,
    opponent varchar
);

create table if not exists landing.dim_product (
    product_sk bigint,
    product_id varchar,
    product_name varchar,
    category varchar,
    subcategory varchar,
    sport_affiliation varchar,
    unit_cost decimal(18,2),
    unit_price decimal(18,2)
);

create table if not exists landing.dim_campaign (
    campaign_sk bigint,
    campaign_id varchar,
    campaign_name varchar,
    channel varchar,
    utm_source varchar,
    utm_medium varchar,
    utm_campaign varchar,
    start_date date,
    end_date date
);

create table if not exists landing.fact_engagement (
    engagement_sk bigint,
    fan_sk bigint,
    date_key bigint,
    campaign_sk bigint,
    engagement_type varchar,
    engagement_channel varchar,
    session_id varchar,
    time_on_page_seconds bigint,
    pages_viewed bigint,
    engagement_timestamp timestamp,
    device_type varchar
);

create table if not exists landing.fact_spend (
    spend_sk bigint,
    fan_sk bigint,
    date_key bigint,
    product_sk bigint,
    event_sk bigint,
    transaction_id varchar,
    transaction_type varchar,
    quantity bigint,
    gross_revenue decimal(18,2),
    discount_amount decimal(18,2),
    net_revenue decimal(18,2),
    cost decimal(18,2),
    profit decimal(18,2),
    payment_method varchar,
    transaction_timestamp timestamp
);

create table if not exists landing.fact_loyalty (
    loyalty_sk bigint,
    fan_sk bigint,
    date_key bigint,
    activity_type varchar,
    points_earned bigint,
    points_redeemed bigint,
    points_balance bigint,
    tier_before varchar,
    tier_after varchar,
    reward_id varchar,
    reward_value decimal(18,2),
    activity_timestamp timestamp
);

create table if not exists landing.fact_sentiment (
    sentiment_sk bigint,
    fan_sk bigint,
    date_key bigint,
    event_sk bigint,
    sentiment_source varchar,
    sentiment_score bigint,
    nps_score bigint,
    review_rating bigint,
    comment_text varchar,
    sentiment_timestamp timestamp
);

create table if not exists landing.fact_attendance (
    attendance_sk bigint,
    fan_sk bigint,
    date_key bigint,
    event_sk bigint,
    ticket_type varchar,
    seat_location varchar,
    check_in_timestamp timestamp,
    no_show boolean
);

create table if not exists landing.fact_hospitality (
    hospitality_sk bigint,
    fan_sk bigint,
    date_key bigint,
    event_sk bigint,
    experience_type varchar,
    guest_count bigint,
    fb_spend decimal(18,2),
    service_rating bigint,
    experience_timestamp timestamp
);

create table if not exists landing.fact_advocacy (
    advocacy_sk bigint,
    fan_sk bigint,
    date_key bigint,
    advocacy_type varchar,
    referred_fan_sk bigint,
    social_platform varchar,
    reach_count bigint,
    engagement_count bigint,
    conversion boolean,
    advocacy_timestamp timestamp
);

create schema if not exists analytics;

create table if not exists analytics.score_runs (
    run_id varchar not null,
    score_date date not null,
    status varchar not null,
    stage varchar,
    trigger_source varchar not null,
    instance varchar not null,
    idempotency_key varchar,
    started_at timestamp not null,
    finished_at timestamp,
    published boolean not null,
    published_at timestamp,
    superseded_at timestamp,
    rows_kept boolean not null,
    calculated_at timestamp,
    data_as_of date,
    fans bigint,
    refused_because varchar,
    overridden_because varchar,
    error_code varchar,
    error varchar,
    previous_run_id varchar
);

create table if not exists analytics.score_run_stages (
    run_id varchar not null,
    stage varchar not null,
    stage_order bigint not null,
    status varchar not null,
    attempts bigint not null,
    rows_written bigint,
    started_at timestamp,
    finished_at timestamp,
    duration_ms bigint,
    error varchar
);

create table if not exists analytics.run_lease (
    lease_name varchar not null,
    run_id varchar,
    instance varchar,
    expires_at timestamp
);

insert into analytics.run_lease (lease_name)
select v.lease_name
from (values ('scoring')) as v (lease_name)
where not exists (
    select 1 from analytics.run_lease as l where l.lease_name = v.lease_name
);

create table if not exists analytics.ml_models (
    version varchar not null,
    kind varchar not null,
    trained_at timestamp not null,
    run_id varchar not null,
    snapshot_date date not null,
    data_cut_off date not null,
    seed bigint not null,
    published boolean not null,
    published_at timestamp,
    refused_because varchar,
    figures varchar,
    model varchar
);

create table if not exists analytics.ml_drift (
    run_id varchar not null,
    score_date date not null,
    version varchar not null,
    feature varchar not null,
    psi double not null,
    drift_level varchar not null
);

create table if not exists analytics.request_keys (
    request_key varchar not null,
    request varchar not null,
    resource varchar not null,
    created_at timestamp not null
);

create table if not exists analytics.run_cancellations (
    run_id varchar not null,
    requested_at timestamp not null
);

create table if not exists analytics.schedule_marks (
    schedule_name varchar not null,
    handled_until timestamp not null
);

create table if not exists analytics.extract_jobs (
    job_id varchar not null,
    run_id varchar,
    kind varchar not null,
    name varchar not null,
    luid varchar,
    tableau_job_id varchar,
    status varchar not null,
    progress bigint,
    requested_at timestamp not null,
    started_at timestamp,
    finished_at timestamp,
    error varchar
);

create table if not exists analytics.mart_ai_insights (
    run_id varchar not null,
    score_date date not null,
    calculated_at timestamp not null,
    insight_id varchar not null,
    insight_key varchar not null,
    department varchar not null,
    insight_type varchar not null,
    priority varchar not null,
    sort_order bigint not null,
    title varchar not null,
    description varchar not null,
    metric_name varchar not null,
    metric_label varchar not null,
    metric_value double,
    fans bigint not null,
    smallest_group bigint not null,
    moves_from double not null,
    evidence varchar not null
);

create table if not exists analytics.insight_feedback (
    feedback_id varchar not null,
    idempotency_key varchar,
    insight_id varchar not null,
    insight_key varchar not null,
    department varchar not null,
    score_date date not null,
    verdict varchar not null,
    reason varchar,
    moves_from double not null,
    given_by varchar not null,
    given_at timestamp not null
);

create table if not exists analytics.narration_calls (
    run_id varchar not null,
    department varchar not null,
    kind varchar not null,
    called_on date not null,
    called_at timestamp not null,
    model varchar,
    written varchar
);
