-- The raw inputs behind the scores of one fan in one run.
with final as (

    select
        attended_days,
        digital_activity,
        social_posts,
        courses,
        account_age_days,
        redemptions,
        tier_changes,
        revenue,
        purchase_days,
        days_since_purchase,
        categories,
        nps_average,
        review_average,
        social_average,
        complaints,
        referrals,
        conversions,
        reach,
        hostings,
        service_average,
        fb_average,
        hospitality_days,
        experiences,
        fb_rank,
        hospitality_days_rank,
        digital_sessions,
        digital_seconds,
        impressions,
        click_rate,
        mobile_share,
        sessions_rank,
        seconds_rank,
        reward_cost,
        efficiency_revenue,
        days_since_engagement,
        spend_rate_ratio,
        engagement_rate_ratio,
        sentiment_shift
    from {{ ref('mart_score_inputs') }}
    where
        run_id = ?
        and score_date = cast(? as date)
        and wonder_id = ?

)

select * from final
