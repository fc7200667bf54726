-- How long ago the fan was last engaged, for those who were not within W90.
with engagement as (

    select fan_sk, date_key
    from {{ ref('stg_engagement') }}
    where date_key between {{ key_before(var('longest_silence_days')) }} and {{ key_before(var('window_days') + 1) }}
        and {{ is_calendar_day('date_key') }}

),

last_days as (

    select fan_sk, max(date_key) as last_date_key
    from engagement
    where fan_sk is not null
    group by fan_sk

),

final as (

    select
        fan_sk,
        cast(datediff('day', {{ key_to_date('last_date_key') }}, {{ as_of() }}) as bigint) as days_since_engagement
    from last_days

)

select * from final
