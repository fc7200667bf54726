-- How long ago the fan was last engaged, for those who were not within W90.
-- There are few of them, so that little of the year has to be grouped.
with silent_fans as (

    select p.fan_sk
    from {{ ref('int_population') }} as p
    left join {{ ref('int_engagement_counts') }} as c on c.fan_sk = p.fan_sk
    where c.fan_sk is null

),

engagement as (

    select fan_sk, date_key
    from {{ ref('stg_engagement') }}
    where date_key between {{ key_before(var('longest_silence_days')) }} and {{ key_before(var('window_days') + 1) }}
        and {{ is_calendar_day('date_key') }}

),

last_days as (

    select e.fan_sk, max(e.date_key) as last_date_key
    from engagement as e
    inner join silent_fans as s on s.fan_sk = e.fan_sk
    group by e.fan_sk

),

final as (

    select
        fan_sk,
        cast(datediff('day', {{ key_to_date('last_date_key') }}, {{ as_of() }}) as bigint) as days_since_engagement
    from last_days

)

select * from final
