-- Attended: an event and no no-show; a null no_show is attended.
with attended as (

    select fan_sk, date_key, event_sk
    from work_run_now.stg_attendance
    where date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
        and event_sk is not null
        and not coalesce(no_show, false)

),

final as (

    select
        fan_sk,
        count(distinct case when date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) then date_key end) as attended_days,
        count(distinct event_sk) as total_events_attended
    from attended
    group by fan_sk

)

select * from final
