-- Calls to a writing model: at most one per run, department and kind, and a number per day, over restarts too.
create table if not exists {{ var('analytics_schema') }}.narration_calls (
    run_id varchar not null,
    department varchar not null,
    kind varchar not null,
    called_on date not null,
    called_at timestamp not null,
    model varchar,
    written varchar
);
