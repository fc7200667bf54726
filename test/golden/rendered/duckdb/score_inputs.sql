-- Binds: run_id, score_date, wonder_id. The raw inputs behind the scores of one fan in one run.
with inputs as (

    select *
    from analytics.mart_score_inputs
    where run_id = ? and score_date = cast(? as date) and wonder_id = ?

),

extended_ranks as (

    select run_id, score_date, wonder_id, fb_rank, hospitality_days_rank, sessions_rank, seconds_rank
    from analytics.mart_wonderscore_extended

),

final as (

    select
        i.attended_days,
        i.digital_activity,
        i.social_posts,
        i.courses,
        i.account_age_days,
        i.redemptions,
        i.tier_changes,
        i.revenue,
        i.purchase_days,
        i.days_since_purchase,
        i.categories,
        i.nps_average,
        i.review_average,
        i.social_average,
        i.complaints,
        i.referrals,
        i.conversions,
        i.reach,
        i.hostings,
        i.service_average,
        i.fb_average,
        i.hospitality_days,
        i.experiences,
        r.fb_rank,
        r.hospitality_days_rank,
        i.digital_sessions,
        i.digital_seconds,
        i.impressions,
        i.click_rate,
        i.mobile_share,
        r.sessions_rank,
        r.seconds_rank,
        i.reward_cost,
        i.efficiency_revenue,
        i.days_since_engagement,
        i.spend_rate_ratio,
        i.engagement_rate_ratio,
        i.sentiment_shift
    from inputs as i
    inner join extended_ranks as r
        on r.run_id = i.run_id and r.score_date = i.score_date and r.wonder_id = i.wonder_id

)

select * from final
