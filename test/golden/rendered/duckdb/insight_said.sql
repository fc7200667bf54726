-- What published runs of a span of days said last, by what it was about. Binds: first day, and the day after the last.
with said as (

    select i.insight_key, i.moves_from, i.score_date
    from analytics.mart_ai_insights as i
    inner join analytics.score_runs as r on r.run_id = i.run_id
    where
        r.published
        and i.score_date >= cast(? as date)
        and i.score_date < cast(? as date)

),

final as (

    select insight_key, moves_from
    from said
    qualify row_number() over (partition by insight_key order by score_date desc nulls last) = 1

)

select * from final
