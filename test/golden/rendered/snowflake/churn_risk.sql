

-- Rule-based: how long silent, and how spend, engagement and sentiment of W30 stand against those of P60.
with inputs as (

    select
        fan_sk,
        coalesce(days_since_engagement, 90) as silent_days,
        spend_rate_ratio,
        engagement_rate_ratio,
        sentiment_shift
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

weighted_inputs as (

    select
        fan_sk,
        cast(40 as double) * silent_days / 90 as inactivity_points,
        cast(30 as double) * (1 - least(greatest(coalesce(spend_rate_ratio, 0), 0), 2)) as spend_points,
        cast(20 as double) * (1 - least(greatest(coalesce(engagement_rate_ratio, 0), 0), 2)) as engagement_points,
        cast(10 as double) * abs(least(greatest(coalesce(sentiment_shift, -50), -50), 0)) / 50 as sentiment_points
    from inputs

),

final as (

    select
        fan_sk,
        cast(round(cast(least(greatest(coalesce(inactivity_points + spend_points + engagement_points + sentiment_points, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) as churn_risk_score
    from weighted_inputs

)

select * from final
