-- The published days of a period, and the day of one run, whose risk a model judged. Binds: run_id, from, to.
with final as (

    select e.score_date
    from analytics.mart_wonderscore_extended as e
    inner join analytics.score_runs as r on r.run_id = e.run_id
    where
        (r.run_id = ? or r.published)
        and e.score_date >= cast(? as date)
        and e.score_date <= cast(? as date)
        and e.churn_model is not null
    group by e.score_date
    order by e.score_date

)

select * from final
