-- The extended averages of a group of fans in one run, each with the fans it is of.
with asked as (

    select
        cast(? as varchar) as sport,
        cast(? as varchar) as affiliation,
        cast(? as varchar) as loyalty_tier,
        cast(? as varchar) as wonder_score_tier

),

daily as (

    select d.fan_sk
    from {{ ref('mart_wonderscore_daily') }} as d
    cross join asked as a
    where
        d.run_id = ?
        and d.score_date = cast(? as date)
        and {{ in_scope('d') }}
        and (a.sport is null or d.primary_sport = a.sport)
        and (a.affiliation is null or d.primary_affiliation = a.affiliation)
        and (a.loyalty_tier is null or d.loyalty_tier = a.loyalty_tier)
        and (a.wonder_score_tier is null or d.wonder_score_tier = a.wonder_score_tier)

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
        count(*) as fans,
        {{ score('avg(cast(e.hospitality_experience_score as double))') }} as hospitality_experience_score,
        count(e.hospitality_experience_score) as hospitality_fans,
        {{ score('avg(cast(e.digital_affinity_score as double))') }} as digital_affinity_score,
        count(e.digital_affinity_score) as digital_fans,
        {{ score('avg(cast(e.revenue_efficiency_score as double))') }} as revenue_efficiency_score,
        count(e.revenue_efficiency_score) as efficiency_fans,
        cast(coalesce(sum(case when e.churn_risk_level = 'high' then 1 else 0 end), 0) as bigint) as high_risk_fans,
        cast(median(e.predicted_ltv) as decimal(18, 2)) as median_ltv,
        count(e.predicted_ltv) as ltv_fans
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk

)

select * from final
