-- What held on a run's day, published with its run like every mart, and what readers said of it. An insight's id
-- begins with the day it was said: ins_20250301_...
create table if not exists {{ var('analytics_schema') }}.mart_ai_insights (
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

create table if not exists {{ var('analytics_schema') }}.insight_feedback (
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
