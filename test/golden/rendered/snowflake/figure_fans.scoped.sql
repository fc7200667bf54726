-- How many fans have each score that not every fan has, per value of what figures are split by.
with daily as (

    select *
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

extended as (

    select *
    from analytics.mart_wonderscore_extended
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier,
        count(e.hospitality_experience_score) as hospitality_fans,
        count(e.digital_affinity_score) as digital_fans,
        count(e.revenue_efficiency_score) as efficiency_fans
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk
    where d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
    group by
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier

)

select * from final
