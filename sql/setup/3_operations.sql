-- What operators ask for: keys of requests, runs called off, the schedule, extract refreshes.
create table if not exists {{ var('analytics_schema') }}.request_keys (
    request_key varchar not null,
    request varchar not null,
    resource varchar not null,
    created_at timestamp not null
);

create table if not exists {{ var('analytics_schema') }}.run_cancellations (
    run_id varchar not null,
    requested_at timestamp not null
);

create table if not exists {{ var('analytics_schema') }}.schedule_marks (
    schedule_name varchar not null,
    handled_until timestamp not null
);

create table if not exists {{ var('analytics_schema') }}.extract_jobs (
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
