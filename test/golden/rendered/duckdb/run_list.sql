-- Binds: run_id twice (null: all), the last run of the page before (started_at three times, run_id; null: the first
-- page), limit. Runs with the newest start first, and how many there are.
with runs as (

    select *
    from analytics.score_runs

),

counted as (

    select count(*) as total
    from runs

),

final as (

    select
        c.total,
        r.run_id,
        r.score_date,
        r.status,
        r.stage,
        r.trigger_source,
        r.started_at,
        r.finished_at,
        r.published,
        r.data_as_of,
        r.fans,
        r.refused_because,
        r.overridden_because,
        r.error
    from runs as r
    cross join counted as c
    where
        (cast(? as varchar) is null or r.run_id = ?)
        and (
            cast(? as timestamp) is null
            or r.started_at < cast(? as timestamp)
            or (r.started_at = cast(? as timestamp) and r.run_id > ?)
        )
    order by r.started_at desc nulls last, r.run_id
    limit ?

)

select * from final
