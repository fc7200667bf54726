-- One fan: the name where it may be shown, standing, and every score.
with daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where
        run_id = ?
        and score_date = cast(? as date)
        and wonder_id = ?

),

extended as (

    select *
    from {{ ref('mart_wonderscore_extended') }}
    where
        run_id = ?
        and score_date = cast(? as date)
        and wonder_id = ?

),

fan_names as (

    {{ fan_names('daily') }}

),

final as (

    select
        d.wonder_id,
        n.first_name,
        n.last_name,
        d.wonder_score,
        d.wonder_score_tier,
        d.percentile_rank,
        d.loyalty_tier,
        d.primary_sport,
        d.primary_affiliation,
        d.engagement_score,
        d.loyalty_score,
        d.value_score,
        d.sentiment_score,
        d.advocacy_score,
        d.coverage,
        e.hospitality_experience_score,
        e.digital_affinity_score,
        e.revenue_efficiency_score,
        e.churn_risk_score,
        e.churn_probability,
        e.churn_risk,
        e.churn_risk_level,
        e.churn_source,
        e.predicted_ltv,
        e.lifetime_value,
        e.total_events_attended,
        e.account_age_days
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk
    left join fan_names as n on n.fan_sk = d.fan_sk
    where {{ in_scope('d') }}

)

select * from final
