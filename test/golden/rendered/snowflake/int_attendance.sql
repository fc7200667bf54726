-- Attended: an event and no no-show; a null no_show is attended.
with attended as (

    select fan_sk, date_key
    from work_run_now.stg_attendance
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and event_sk is not null
        and not coalesce(no_show, false)

),

days as (

    select date_key
    from work_run_now.int_window_days

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
