{{ config(meta={'stage': 'clean'}) }}

-- Every raw input of the scores and the models, one row per fan: scores are made from it and receipts are written from it.
with population as (

    select fan_sk, wonder_id, account_age_days
    from {{ ref('int_population') }}

),

engagement as (

    select *
    from {{ ref('int_engagement_counts') }}

),

sessions as (

    select fan_sk, web_sessions, digital_sessions
    from {{ ref('int_engagement_sessions') }}

),

attendance as (

    select fan_sk, attended_days, total_events_attended
    from {{ ref('int_attendance') }}

),

spend as (

    select *
    from {{ ref('int_spend') }}

),

lifetime as (

    select fan_sk, lifetime_value, orders
    from {{ ref('int_spend_lifetime') }}

),

loyalty as (

    select fan_sk, redemptions, tier_changes, rewards_earned
    from {{ ref('int_loyalty') }}

),

sentiment as (

    select *
    from {{ ref('int_sentiment') }}

),

hospitality as (

    select fan_sk, service_average, fb_average, hospitality_days, experiences
    from {{ ref('int_hospitality') }}

),

advocacy as (

    select fan_sk, advocacy_rows, referrals, conversions, reach, hostings
    from {{ ref('int_advocacy') }}

),

-- No rows count as 0; an average without rows, and inputs of scores that only some fans have, stay null.
final as (

    select
        p.fan_sk,
        p.wonder_id,
        coalesce(a.attended_days, 0) as attended_days,
        coalesce(w.web_sessions, 0) as web_sessions,
        coalesce(e.email_opens, 0) as email_opens,
        cast(coalesce(w.web_sessions, 0) + cast({{ var('email_open_weight') }} as decimal(2, 1)) * coalesce(e.email_opens, 0) as decimal(18, 1)) as digital_activity,
        coalesce(e.social_posts, 0) as social_posts,
        coalesce(s.courses, 0) as courses,
        p.account_age_days,
        coalesce(l.redemptions, 0) as redemptions,
        coalesce(l.tier_changes, 0) as tier_changes,
        coalesce(s.revenue, 0) as revenue,
        coalesce(s.purchase_days, 0) as purchase_days,
        coalesce(s.days_since_purchase, {{ var('window_days') }} + 1) as days_since_purchase,
        coalesce(s.categories, 0) as categories,
        n.nps_average,
        n.review_average,
        n.social_average,
        coalesce(n.complaints, 0) as complaints,
        coalesce(v.referrals, 0) as referrals,
        coalesce(v.conversions, 0) as conversions,
        coalesce(v.reach, 0) as reach,
        coalesce(v.hostings, 0) as hostings,
        h.service_average,
        case when h.fan_sk is not null then coalesce(h.fb_average, 0) end as fb_average,
        h.hospitality_days,
        h.experiences,
        e.engagement_rows,
        case when e.fan_sk is not null then coalesce(w.digital_sessions, 0) end as digital_sessions,
        e.digital_seconds,
        e.clicks,
        e.impressions,
        case when e.impressions = 0 then {{ number(var('click_rate_default')) }} when e.impressions > 0 then least(cast(e.clicks as double) / e.impressions, 1) end as click_rate,
        cast(e.mobile_rows as double) / e.engagement_rows as mobile_share,
        case when s.fan_sk is not null or l.fan_sk is not null then coalesce(s.revenue, 0) end as efficiency_revenue,
        case when s.fan_sk is not null or l.fan_sk is not null then cast(cast(coalesce(l.rewards_earned, 0) as decimal(24, 6)) + {{ exact(var('overhead_share')) }} * cast(coalesce(s.revenue, 0) as decimal(24, 2)) as decimal(24, 6)) end as reward_cost,
        e.days_since_engagement,
        {{ rate_ratio('s.recent_revenue', '(s.revenue - s.recent_revenue)') }} as spend_rate_ratio,
        {{ rate_ratio('e.recent_engagement_rows', '(e.engagement_rows - e.recent_engagement_rows)') }} as engagement_rate_ratio,
        coalesce(n.recent_social_average - n.prior_social_average, 0) as sentiment_shift,
        e.fan_sk is not null or coalesce(a.attended_days, 0) > 0 or coalesce(s.courses, 0) > 0 as has_engagement,
        p.account_age_days is not null as has_loyalty,
        coalesce(s.purchases, 0) > 0 as has_value,
        n.fan_sk is not null as has_sentiment,
        v.fan_sk is not null as has_advocacy,
        coalesce(e.days_since_engagement, g.days_since_engagement, {{ var('longest_silence_days') }}) as days_since_last_engagement,
        coalesce(e.recent_engagement_rows, 0) as engagements_last_30d,
        coalesce(s.recent_revenue, 0) as spend_last_30d,
        coalesce(t.lifetime_value, 0) as lifetime_value,
        coalesce(t.orders, 0) as orders_lifetime,
        coalesce(a.total_events_attended, 0) as total_events_attended,
        {{ run_columns() }}
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join sessions as w on w.fan_sk = p.fan_sk
    left join {{ ref('int_engagement_last') }} as g on g.fan_sk = p.fan_sk
    left join attendance as a on a.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join lifetime as t on t.fan_sk = p.fan_sk
    left join loyalty as l on l.fan_sk = p.fan_sk
    left join sentiment as n on n.fan_sk = p.fan_sk
    left join hospitality as h on h.fan_sk = p.fan_sk
    left join advocacy as v on v.fan_sk = p.fan_sk

)

select * from final
