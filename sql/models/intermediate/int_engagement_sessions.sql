with engagement as (

    select fan_sk, date_key, engagement_channel, session_id
    from {{ ref('stg_engagement') }}
    where {{ in_window(var('window_days')) }}
        and engagement_channel in ('web', 'app')
        and session_id is not null

),

days as (

    select date_key
    from {{ ref('int_window_days') }}

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
