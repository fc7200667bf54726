-- Trained models. Which one of a kind is used is ml_models.published, and nothing else.
create table if not exists {{ var('analytics_schema') }}.ml_models (
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

-- How far features and predictions have moved since the training, at each run that predicts.
create table if not exists {{ var('analytics_schema') }}.ml_drift (
    run_id varchar not null,
    score_date date not null,
    version varchar not null,
    feature varchar not null,
    psi double not null,
    drift_level varchar not null
);
