{{ config(meta={'stage': 'extend'}) }}

-- Rule-based: how long silent, and how spend, engagement and sentiment of the last 31 days stand against the 60 before.
with population as (

    select fan_sk
    from {{ ref('int_population') }}

),

engagement as (

    select
        fan_sk,
        days_since_engagement,
        recent_engagement_rows as recent_rows,
        engagement_rows - recent_engagement_rows as prior_rows
    from {{ ref('int_engagement_counts') }}

),

spend as (

    select fan_sk, recent_revenue, revenue - recent_revenue as prior_revenue
    from {{ ref('int_spend') }}

),

sentiment as (

    select fan_sk, recent_social_average - prior_social_average as sentiment_shift
    from {{ ref('int_sentiment') }}

),

inputs as (

    select
        p.fan_sk,
        e.days_since_engagement,
        coalesce(e.days_since_engagement, {{ var('window_days') }}) as silent_days,
        {{ rate_ratio('s.recent_revenue', 's.prior_revenue') }} as spend_rate_ratio,
        {{ rate_ratio('e.recent_rows', 'e.prior_rows') }} as engagement_rate_ratio,
        coalesce(n.sentiment_shift, 0) as sentiment_shift
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join sentiment as n on n.fan_sk = p.fan_sk

),

scored as (

    select
        fan_sk,
        days_since_engagement,
        spend_rate_ratio,
        engagement_rate_ratio,
        sentiment_shift,
        {{ number(var('churn_weights').inactivity) }} * silent_days / {{ var('window_days') }} as inactivity_points,
        {{ number(var('churn_weights').spend) }} * (1 - {{ clip('spend_rate_ratio', 0, 2) }}) as spend_points,
        {{ number(var('churn_weights').engagement) }} * (1 - {{ clip('engagement_rate_ratio', 0, 2) }}) as engagement_points,
        {{ number(var('churn_weights').sentiment) }} * abs({{ clip('sentiment_shift', '-' ~ var('churn_sentiment_fall'), 0) }}) / {{ var('churn_sentiment_fall') }} as sentiment_points
    from inputs

),

final as (

    select
        fan_sk,
        days_since_engagement,
        spend_rate_ratio,
        engagement_rate_ratio,
        sentiment_shift,
        {{ score(clip('inactivity_points + spend_points + engagement_points + sentiment_points', 0, 100)) }} as churn_risk_score
    from scored

)

select * from final
