-- Fans in scope of a run.
with daily as (

    select fan_sk
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select count(*) as fans
    from daily as d
    where d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1)

)

select * from final
