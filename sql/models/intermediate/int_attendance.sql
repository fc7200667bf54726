-- Attended: an event and no no-show; a null no_show is attended.
with attended as (

    select fan_sk, date_key
    from {{ ref('stg_attendance') }}
    where {{ in_window(var('window_days')) }}
        and event_sk is not null
        and not coalesce(no_show, false)

),

days as (

    select date_key
    from {{ ref('int_window_days') }}

),

final as (

    select
        a.fan_sk,
        count(distinct a.date_key) as attended_days
    from attended as a
    inner join days as d on d.date_key = a.date_key
    group by a.fan_sk

)

select * from final
