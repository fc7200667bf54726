-- The record of runs. Which run of a score_date readers see is score_runs.published, and nothing else.
create schema if not exists {{ var('analytics_schema') }};

create table if not exists {{ var('analytics_schema') }}.score_runs (
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

create table if not exists {{ var('analytics_schema') }}.score_run_stages (
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

create table if not exists {{ var('analytics_schema') }}.run_lease (
    lease_name varchar not null,
    run_id varchar,
    instance varchar,
    expires_at timestamp
);

insert into {{ var('analytics_schema') }}.run_lease (lease_name)
select v.lease_name
from (values ('scoring')) as v (lease_name)
where not exists (
    select 1 from {{ var('analytics_schema') }}.run_lease as l where l.lease_name = v.lease_name
);
