-- Everything scored about one fan in one run, with the raw inputs of the receipt.
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

final as (

    select
        d.wonder_id,
        d.wonder_score,
        d.wonder_score_tier,
        d.percentile_rank,
        d.engagement_score,
        d.attendance_component,
        d.digital_component,
        d.social_component,
        d.learning_component,
        d.loyalty_score,
        d.tier_component,
        d.tenure_component,
        d.redemption_component,
        d.stability_bonus,
        d.value_score,
        d.revenue_component,
        d.frequency_component,
        d.recency_component,
        d.breadth_bonus,
        d.sentiment_score,
        d.nps_component,
        d.review_component,
        d.sentiment_component,
        d.complaint_penalty,
        d.advocacy_score,
        d.referral_component,
        d.amplification_component,
        d.hosting_component,
        d.coverage,
        d.has_engagement,
        d.has_loyalty,
        d.has_value,
        d.has_sentiment,
        d.has_advocacy,
        d.loyalty_tier,
        d.primary_sport,
        d.primary_affiliation,
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
        e.account_age_days,
        d.score_date,
        d.calculated_at,
        d.run_id
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk
    where {{ in_scope('d') }}

)

select * from final
