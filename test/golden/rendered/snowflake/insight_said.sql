-- What published runs of a span of days said last as news, by what it was about:
-- the day in an insight's id is the day it was said. Binds: first day, and the day after the last.
with said as (

    select i.insight_key, i.moves_from, i.score_date
    from analytics.mart_ai_insights as i
    inner join analytics.score_runs as r on r.run_id = i.run_id
    where
        r.published
        and i.score_date >= cast(? as date)
        and i.score_date < cast(? as date)
        and substr(i.insight_id, 5, 8) = cast(cast(extract(year from i.score_date) * 10000 + extract(month from i.score_date) * 100 + extract(day from i.score_date) as bigint) as varchar)

),

final as (

    select insight_key, moves_from, score_date
    from said
    qualify row_number() over (partition by insight_key order by score_date desc nulls last) = 1

)

select * from final
