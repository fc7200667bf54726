-- The whole of a segment in its order, for a file.
with members as (

    select fan_sk, wonder_id
    from analytics.mart_segment_members
    where
        segment = ?
        and run_id = ?
        and score_date = cast(? as date)

),

daily as (

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

fan_names as (

    select s.fan_sk, s.first_name, s.last_name from landing.dim_fan as s where 1 = 0

),

final as (

    select
        d.wonder_id,
        n.first_name,
        n.last_name,
        d.wonder_score,
        d.wonder_score_tier,
        d.percentile_rank,
        d.engagement_score,
        d.loyalty_score,
        d.value_score,
        d.sentiment_score,
        d.advocacy_score,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.predicted_ltv,
        e.lifetime_value,
        d.loyalty_tier,
        d.primary_sport,
        d.primary_affiliation,
        e.account_age_days,
        d.score_date
    from members as m
    inner join daily as d on d.fan_sk = m.fan_sk
    inner join extended as e on e.fan_sk = m.fan_sk
    left join fan_names as n on n.fan_sk = m.fan_sk
    where true
    order by d.wonder_score desc nulls last, d.wonder_id

)

select * from final
