-- The published run of a day, or of the nearest day before it within a number of days.
with final as (

    select run_id, score_date, calculated_at, data_as_of
    from analytics.score_runs
    where
        published
        and score_date <= cast(? as date)
        and score_date >= cast(? as date) - cast(? as integer)
    order by score_date desc
    limit 1

)

select * from final
