-- Binds: as of run_list. The stages of the runs that started last, in their order.
with runs as (

    select run_id
    from {{ var('analytics_schema') }}.score_runs
    where
        (cast(? as varchar) is null or run_id = ?)
        and (
            cast(? as timestamp) is null
            or started_at < cast(? as timestamp)
            or (started_at = cast(? as timestamp) and run_id > ?)
        )
    order by started_at desc nulls last, run_id
    limit ?

),

final as (

    select s.run_id, s.stage, s.status, s.rows_written, s.attempts, s.duration_ms, s.error
    from {{ var('analytics_schema') }}.score_run_stages as s
    inner join runs as r on r.run_id = s.run_id
    order by s.run_id, s.stage_order

)

select * from final
