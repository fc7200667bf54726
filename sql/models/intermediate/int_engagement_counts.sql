with engagement as (

    select fan_sk, date_key, engagement_type, engagement_channel, time_on_page_seconds, device_type
    from {{ ref('stg_engagement') }}
    where {{ in_window(var('window_days')) }}

),

days as (

    select date_key, days_before, is_recent
    from {{ ref('int_window_days') }}

),

final as (

    select
        e.fan_sk,
        count(*) as engagement_rows,
        sum(case when d.is_recent then 1 else 0 end) as recent_engagement_rows,
        min(d.days_before) as days_since_engagement,
        sum(case when e.engagement_type = 'email_open' then 1 else 0 end) as email_opens,
        sum(case when e.engagement_type = 'click' then 1 else 0 end) as clicks,
        sum(case when e.engagement_type = 'impression' then 1 else 0 end) as impressions,
        sum(case when e.engagement_channel = 'social' then 1 else 0 end) as social_posts,
        sum(case when e.engagement_channel in ('web', 'app') then coalesce(e.time_on_page_seconds, 0) else 0 end) as digital_seconds,
        sum(case when e.device_type = 'mobile' then 1 else 0 end) as mobile_rows
    from engagement as e
    inner join days as d on d.date_key = e.date_key
    group by e.fan_sk

)

select * from final
