with engagement as (

    select fan_sk, date_key, engagement_type, engagement_channel, time_on_page_seconds, device_type
    from work_run_now.stg_engagement
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

days as (

    select date_key, days_before
    from work_run_now.int_window_days

),

counted as (

    select
        e.fan_sk,
        count(*) as engagement_rows,
        count(case when e.date_key >= cast(extract(year from (cast('2025-03-01' as date) - 30)) * 10000 + extract(month from (cast('2025-03-01' as date) - 30)) * 100 + extract(day from (cast('2025-03-01' as date) - 30)) as bigint) then 1 end) as recent_engagement_rows,
        max(e.date_key) as last_date_key,
        count(case when e.engagement_type = 'email_open' then 1 end) as email_opens,
        count(case when e.engagement_type = 'click' then 1 end) as clicks,
        count(case when e.engagement_type = 'impression' then 1 end) as impressions,
        count(case when e.engagement_channel = 'social' then 1 end) as social_posts,
        cast(least(greatest(coalesce(sum(case when e.engagement_channel in ('web', 'app') then coalesce(e.time_on_page_seconds, 0) else 0 end), 0), -9007199254740991), 9007199254740991) as bigint) as digital_seconds,
        count(case when e.device_type = 'mobile' then 1 end) as mobile_rows
    from engagement as e
    inner join days as d on d.date_key = e.date_key
    group by e.fan_sk

),

final as (

    select
        c.fan_sk,
        c.engagement_rows,
        c.recent_engagement_rows,
        d.days_before as days_since_engagement,
        c.email_opens,
        c.clicks,
        c.impressions,
        c.social_posts,
        c.digital_seconds,
        c.mobile_rows
    from counted as c
    inner join days as d on d.date_key = c.last_date_key

)

select * from final
