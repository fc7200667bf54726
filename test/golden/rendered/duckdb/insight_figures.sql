-- The figures of every department on the days of a span: of published runs, and of one run that is not published yet.
-- Binds: first day, last day, that run, its day.
with final as (

    select m.department, m.metric, m.score_date, m.metric_value
    from analytics.mart_department_metrics as m
    where
        m.kind = 'kpi'
        and m.score_date between cast(? as date) and cast(? as date)
        and (
            m.run_id = ?
            or (
                m.score_date < cast(? as date)
                and m.run_id in (
                    select r.run_id
                    from analytics.score_runs as r
                    where r.published
                )
            )
        )
    order by m.department nulls last, m.metric, m.score_date

)

select * from final
