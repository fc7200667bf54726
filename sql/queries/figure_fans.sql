-- How many fans have each score that not every fan has, per value of what figures are split by.
with daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where
        run_id = ?
        and score_date = cast(? as date)

),

extended as (

    select *
    from {{ ref('mart_wonderscore_extended') }}
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
    where {{ in_scope('d') }}
    group by
        d.primary_sport,
        d.primary_affiliation,
        d.loyalty_tier,
        d.wonder_score_tier

)

select * from final
