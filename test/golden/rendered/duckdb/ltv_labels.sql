-- Net revenue in the 365 days after the as-of date, and in those up to it.
with fans as (

    select fan_sk
    from work_run_now.int_population

),

spend as (

    select
        fan_sk,
        sum(case when date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) then coalesce(net_revenue, 0) else 0 end) as revenue_after,
        sum(case when date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) then coalesce(net_revenue, 0) else 0 end) as revenue_before
    from work_run_now.stg_spend
    where date_key > cast(extract(year from (cast('2025-03-01' as date) - 365)) * 10000 + extract(month from (cast('2025-03-01' as date) - 365)) * 100 + extract(day from (cast('2025-03-01' as date) - 365)) as bigint)
        and date_key <= cast(extract(year from (cast('2025-03-01' as date) - -365)) * 10000 + extract(month from (cast('2025-03-01' as date) - -365)) * 100 + extract(day from (cast('2025-03-01' as date) - -365)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))
    group by fan_sk

),

final as (

    select
        f.fan_sk,
        cast(least(greatest(coalesce(s.revenue_before, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as net_revenue_prior_365d,
        cast(least(greatest(coalesce(s.revenue_after, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as label
    from fans as f
    left join spend as s on s.fan_sk = f.fan_sk

)

select * from final
