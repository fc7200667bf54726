-- Who did nothing in the 90 days after the as-of date: no engagement, no attendance, no purchase.
with fans as (

    select fan_sk
    from work_run_now.int_population

),

seen as (

    select fan_sk
    from work_run_now.stg_engagement
    where date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and date_key <= cast(extract(year from (cast('2025-03-01' as date) - -90)) * 10000 + extract(month from (cast('2025-03-01' as date) - -90)) * 100 + extract(day from (cast('2025-03-01' as date) - -90)) as bigint) and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
    union all
    select fan_sk
    from work_run_now.stg_attendance
    where date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and date_key <= cast(extract(year from (cast('2025-03-01' as date) - -90)) * 10000 + extract(month from (cast('2025-03-01' as date) - -90)) * 100 + extract(day from (cast('2025-03-01' as date) - -90)) as bigint) and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
        and event_sk is not null
        and not coalesce(no_show, false)
    union all
    select fan_sk
    from work_run_now.stg_spend
    where date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) and date_key <= cast(extract(year from (cast('2025-03-01' as date) - -90)) * 10000 + extract(month from (cast('2025-03-01' as date) - -90)) * 100 + extract(day from (cast('2025-03-01' as date) - -90)) as bigint) and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
        and coalesce(net_revenue, 0) >= 0

),

seen_fans as (

    select distinct fan_sk
    from seen

),

final as (

    select f.fan_sk, cast(case when s.fan_sk is null then 1 else 0 end as bigint) as label
    from fans as f
    left join seen_fans as s on s.fan_sk = f.fan_sk

)

select * from final
