-- Scores and components are 0 to 100, shares and ranks 0 to 1; only the penalty is negative.
with daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

extended as (

    select *
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

),

final as (

    select 'mart_wonderscore_daily' as mart, fan_sk
    from daily
    where coalesce(wonder_score, -1) not between 0 and 100
        or coalesce(percentile_rank, -1) not between 0 and 100
        or coalesce(engagement_score, -1) not between 0 and 100
        or coalesce(attendance_component, -1) not between 0 and 100
        or coalesce(digital_component, -1) not between 0 and 100
        or coalesce(social_component, -1) not between 0 and 100
        or coalesce(learning_component, -1) not between 0 and 100
        or coalesce(loyalty_score, -1) not between 0 and 100
        or coalesce(tier_component, -1) not between 0 and 100
        or coalesce(tenure_component, -1) not between 0 and 100
        or coalesce(redemption_component, -1) not between 0 and 100
        or coalesce(stability_bonus, -1) not between 0 and 100
        or coalesce(value_score, -1) not between 0 and 100
        or coalesce(revenue_component, -1) not between 0 and 100
        or coalesce(frequency_component, -1) not between 0 and 100
        or coalesce(recency_component, -1) not between 0 and 100
        or coalesce(breadth_bonus, -1) not between 0 and 100
        or coalesce(sentiment_score, -1) not between 0 and 100
        or coalesce(nps_component, -1) not between 0 and 100
        or coalesce(review_component, -1) not between 0 and 100
        or coalesce(sentiment_component, -1) not between 0 and 100
        or coalesce(-complaint_penalty, -1) not between 0 and 100
        or coalesce(advocacy_score, -1) not between 0 and 100
        or coalesce(referral_component, -1) not between 0 and 100
        or coalesce(amplification_component, -1) not between 0 and 100
        or coalesce(hosting_component, -1) not between 0 and 100
        or coalesce(100 * coverage, -1) not between 0 and 100
    union all
    select 'mart_wonderscore_extended' as mart, fan_sk
    from extended
    where coalesce(churn_risk_score, -1) not between 0 and 100
        or coalesce(churn_risk, -1) not between 0 and 100
        or hospitality_experience_score not between 0 and 100
        or digital_affinity_score not between 0 and 100
        or revenue_efficiency_score not between 0 and 100
        or 100 * churn_probability not between 0 and 100
        or 100 * fb_rank not between 0 and 100
        or 100 * hospitality_days_rank not between 0 and 100
        or 100 * sessions_rank not between 0 and 100
        or 100 * seconds_rank not between 0 and 100

)

select * from final
