-- How many fans share sport, affiliation, loyalty tier and tier: what filters can ask for.
with daily as (

    select *
    from analytics.mart_wonderscore_daily
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
        count(*) as fans
    from daily as d
    where d.fan_sk in (select s.fan_sk from landing.dim_fan as s where s.fan_sk is not null group by s.fan_sk having min(case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 1 else 0 end) = 1) and d.wonder_id not in (select s.wonder_id from landing.dim_fan as s where s.wonder_id is not null and case when (primary_sport is not null) or (primary_affiliation = 'Alumni') then 0 else 1 end = 1)
    group by
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier

)

select * from final
