-- Fans in scope of a run.
with daily as (

    select fan_sk, wonder_id
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select count(*) as fans
    from daily as d
    where true

)

select * from final
