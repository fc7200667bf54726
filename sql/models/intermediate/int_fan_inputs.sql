-- One row per fan of the population with every raw input of the base scores; no rows count as 0.
with population as (

    select fan_sk, account_age_days, loyalty_tier
    from {{ ref('int_population') }}

),

engagement as (

    select fan_sk, engagement_rows, email_opens, social_posts
    from {{ ref('int_engagement_counts') }}

),

sessions as (

    select fan_sk, web_sessions
    from {{ ref('int_engagement_sessions') }}

),

attendance as (

    select fan_sk, attended_days
    from {{ ref('int_attendance') }}

),

spend as (

    select fan_sk, purchases, revenue, purchase_days, days_since_purchase, categories, courses
    from {{ ref('int_spend') }}

),

loyalty as (

    select fan_sk, redemptions, tier_changes
    from {{ ref('int_loyalty') }}

),

sentiment as (

    select fan_sk, sentiment_rows, nps_average, review_average, social_average, complaints
    from {{ ref('int_sentiment') }}

),

advocacy as (

    select fan_sk, advocacy_rows, referrals, conversions, reach, hostings
    from {{ ref('int_advocacy') }}

),

final as (

    select
        p.fan_sk,
        coalesce(a.attended_days, 0) as attended_days,
        coalesce(w.web_sessions, 0) as web_sessions,
        coalesce(e.email_opens, 0) as email_opens,
        cast(coalesce(w.web_sessions, 0) + cast({{ var('email_open_weight') }} as decimal(2, 1)) * coalesce(e.email_opens, 0) as decimal(18, 1)) as digital_activity,
        coalesce(e.social_posts, 0) as social_posts,
        coalesce(s.courses, 0) as courses,
        p.loyalty_tier,
        p.account_age_days,
        coalesce(p.account_age_days, 0) as tenure_days,
        coalesce(l.redemptions, 0) as redemptions,
        coalesce(l.tier_changes, 0) as tier_changes,
        coalesce(s.revenue, 0) as revenue,
        greatest(coalesce(s.revenue, 0), 1) as ranked_revenue,
        coalesce(s.purchase_days, 0) as purchase_days,
        coalesce(s.days_since_purchase, {{ var('window_days') }} + 1) as days_since_purchase,
        coalesce(s.categories, 0) as categories,
        n.nps_average,
        n.review_average,
        n.social_average,
        coalesce(n.complaints, 0) as complaints,
        coalesce(v.referrals, 0) as referrals,
        coalesce(v.conversions, 0) as conversions,
        coalesce(v.referrals, 0) + {{ var('conversion_weight') }} * coalesce(v.conversions, 0) as referral_points,
        coalesce(v.reach, 0) as reach,
        greatest(coalesce(v.reach, 0), 1) as ranked_reach,
        coalesce(v.hostings, 0) as hostings,
        coalesce(e.engagement_rows, 0) > 0 or coalesce(a.attended_days, 0) > 0 or coalesce(s.courses, 0) > 0 as has_engagement,
        p.account_age_days is not null as has_loyalty,
        coalesce(s.purchases, 0) > 0 as has_value,
        n.sentiment_rows is not null as has_sentiment,
        v.advocacy_rows is not null as has_advocacy
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join sessions as w on w.fan_sk = p.fan_sk
    left join attendance as a on a.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join loyalty as l on l.fan_sk = p.fan_sk
    left join sentiment as n on n.fan_sk = p.fan_sk
    left join advocacy as v on v.fan_sk = p.fan_sk

)

select * from final
