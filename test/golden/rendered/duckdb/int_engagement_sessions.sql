with engagement as (

    select fan_sk, date_key, engagement_channel, session_id
    from work_run_now.stg_engagement
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and engagement_channel in ('web', 'app')
        and session_id is not null

),

days as (

    select date_key
    from work_run_now.int_window_days

),

-- Counting grouped sessions is several times cheaper than two distinct counts of text.
sessions as (

    select
        e.fan_sk,
        e.session_id,
        max(case when e.engagement_channel = 'web' then 1 else 0 end) as is_web
    from engagement as e
    inner join days as d on d.date_key = e.date_key
    group by e.fan_sk, e.session_id

),

final as (

    select
        fan_sk,
        count(*) as digital_sessions,
        cast(sum(is_web) as bigint) as web_sessions
    from sessions
    group by fan_sk

)

select * from final
