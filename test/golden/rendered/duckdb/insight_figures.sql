-- The figures of every department on the days of a span: of published runs, and of one run that is not published yet.
-- A count of fans at risk is left out where a model judged its run and the rule this one, or the other way round.
-- Binds: first day, last day, first day, last day, that run, its day, that run.
with judged as (

    select
        e.run_id,
        count(e.churn_model) > 0 as is_by_model
    from analytics.mart_wonderscore_extended as e
    where e.score_date between cast(? as date) and cast(? as date)
    group by e.run_id

),

final as (

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
        and (
            m.metric <> 'at_risk_fans'
            or m.run_id in (
                select j.run_id
                from judged as j
                inner join judged as own on own.is_by_model = j.is_by_model
                where own.run_id = ?
            )
        )
    order by m.department nulls last, m.metric, m.score_date

)

select * from final
