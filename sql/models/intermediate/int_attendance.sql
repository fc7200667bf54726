-- Attended: an event and no no-show; a null no_show is attended.
with attended as (

    select fan_sk, date_key, event_sk
    from {{ ref('stg_attendance') }}
    where date_key <= {{ date_key(as_of()) }}
        and {{ is_calendar_day('date_key') }}
        and event_sk is not null
        and not coalesce(no_show, false)

),

final as (

    select
        fan_sk,
        count(distinct case when {{ in_window(var('window_days')) }} then date_key end) as attended_days,
        count(distinct event_sk) as total_events_attended
    from attended
    group by fan_sk

)

select * from final
