

-- Every raw input of the scores and the models, one row per fan: scores are made from it and receipts are written from it.
with population as (

    select fan_sk, wonder_id, account_age_days
    from work_run_now.int_population

),

engagement as (

    select *
    from work_run_now.int_engagement_counts

),

sessions as (

    select fan_sk, web_sessions, digital_sessions
    from work_run_now.int_engagement_sessions

),

attendance as (

    select fan_sk, attended_days, total_events_attended
    from work_run_now.int_attendance

),

spend as (

    select *
    from work_run_now.int_spend

),

lifetime as (

    select fan_sk, lifetime_value, orders
    from work_run_now.int_spend_lifetime

),

loyalty as (

    select fan_sk, redemptions, tier_changes, rewards_earned
    from work_run_now.int_loyalty

),

sentiment as (

    select *
    from work_run_now.int_sentiment

),

hospitality as (

    select fan_sk, service_average, fb_average, hospitality_days, experiences
    from work_run_now.int_hospitality

),

advocacy as (

    select fan_sk, advocacy_rows, referrals, conversions, reach, hostings
    from work_run_now.int_advocacy

),

-- No rows count as 0; an average without rows, and inputs of scores that only some fans have, stay null.
final as (

    select
        p.fan_sk,
        p.wonder_id,
        coalesce(a.attended_days, 0) as attended_days,
        coalesce(w.web_sessions, 0) as web_sessions,
        coalesce(e.email_opens, 0) as email_opens,
        cast(coalesce(w.web_sessions, 0) + cast(0.5 as decimal(2, 1)) * coalesce(e.email_opens, 0) as decimal(18, 1)) as digital_activity,
        coalesce(e.social_posts, 0) as social_posts,
        coalesce(s.courses, 0) as courses,
        p.account_age_days,
        coalesce(l.redemptions, 0) as redemptions,
        coalesce(l.tier_changes, 0) as tier_changes,
        coalesce(s.revenue, 0) as revenue,
        coalesce(s.purchase_days, 0) as purchase_days,
        coalesce(s.days_since_purchase, 90 + 1) as days_since_purchase,
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
        case when e.impressions = 0 then cast(0.05 as double) when e.impressions > 0 then least(cast(e.clicks as double) / e.impressions, 1) end as click_rate,
        cast(e.mobile_rows as double) / e.engagement_rows as mobile_share,
        case when s.fan_sk is not null or l.fan_sk is not null then coalesce(s.revenue, 0) end as efficiency_revenue,
        case when s.fan_sk is not null or l.fan_sk is not null then cast(cast(coalesce(l.rewards_earned, 0) as decimal(24, 6)) + cast(0.1 as decimal(6, 4)) * cast(coalesce(s.revenue, 0) as decimal(24, 2)) as decimal(24, 6)) end as reward_cost,
        e.days_since_engagement,
        case when coalesce((s.revenue - s.recent_revenue), 0) <= 0 then cast(1 as double) else (cast(coalesce(s.recent_revenue, 0) as double) / (30 + 1)) / (cast((s.revenue - s.recent_revenue) as double) / (90 - 30)) end as spend_rate_ratio,
        case when coalesce((e.engagement_rows - e.recent_engagement_rows), 0) <= 0 then cast(1 as double) else (cast(coalesce(e.recent_engagement_rows, 0) as double) / (30 + 1)) / (cast((e.engagement_rows - e.recent_engagement_rows) as double) / (90 - 30)) end as engagement_rate_ratio,
        coalesce(n.recent_social_average - n.prior_social_average, 0) as sentiment_shift,
        e.fan_sk is not null or coalesce(a.attended_days, 0) > 0 or coalesce(s.courses, 0) > 0 as has_engagement,
        p.account_age_days is not null as has_loyalty,
        coalesce(s.purchases, 0) > 0 as has_value,
        n.fan_sk is not null as has_sentiment,
        v.fan_sk is not null as has_advocacy,
        coalesce(e.days_since_engagement, g.days_since_engagement, 365) as days_since_last_engagement,
        coalesce(e.recent_engagement_rows, 0) as engagements_last_30d,
        coalesce(s.recent_revenue, 0) as spend_last_30d,
        coalesce(t.lifetime_value, 0) as lifetime_value,
        coalesce(t.orders, 0) as orders_lifetime,
        coalesce(a.total_events_attended, 0) as total_events_attended,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from population as p
    left join engagement as e on e.fan_sk = p.fan_sk
    left join sessions as w on w.fan_sk = p.fan_sk
    left join work_run_now.int_engagement_last as g on g.fan_sk = p.fan_sk
    left join attendance as a on a.fan_sk = p.fan_sk
    left join spend as s on s.fan_sk = p.fan_sk
    left join lifetime as t on t.fan_sk = p.fan_sk
    left join loyalty as l on l.fan_sk = p.fan_sk
    left join sentiment as n on n.fan_sk = p.fan_sk
    left join hospitality as h on h.fan_sk = p.fan_sk
    left join advocacy as v on v.fan_sk = p.fan_sk

)

select * from final
