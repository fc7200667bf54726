{{ config(materialized='view', meta={'stage': 'extend'}) }}

-- Rule-based: how long silent, and how spend, engagement and sentiment of W30 stand against those of P60.
with inputs as (

    select
        fan_sk,
        coalesce(days_since_engagement, {{ var('window_days') }}) as silent_days,
        spend_rate_ratio,
        engagement_rate_ratio,
        sentiment_shift
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

weighted_inputs as (

    select
        fan_sk,
        {{ number(var('churn_weights').inactivity) }} * silent_days / {{ var('window_days') }} as inactivity_points,
        {{ number(var('churn_weights').spend) }} * (1 - {{ clip('spend_rate_ratio', 0, 2) }}) as spend_points,
        {{ number(var('churn_weights').engagement) }} * (1 - {{ clip('engagement_rate_ratio', 0, 2) }}) as engagement_points,
        {{ number(var('churn_weights').sentiment) }} * abs({{ clip('sentiment_shift', '-' ~ var('churn_sentiment_fall'), 0) }}) / {{ var('churn_sentiment_fall') }} as sentiment_points
    from inputs

),

final as (

    select
        fan_sk,
        {{ score(clip('inactivity_points + spend_points + engagement_points + sentiment_points', 0, 100)) }} as churn_risk_score
    from weighted_inputs

)

select * from final
