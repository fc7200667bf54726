with spend as (

    select fan_sk, net_revenue
    from work_run_now.stg_spend
    where date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))

),

final as (

    select
        fan_sk,
        cast(least(greatest(coalesce(sum(coalesce(net_revenue, 0)), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as lifetime_value,
        count(case when coalesce(net_revenue, 0) >= 0 then 1 end) as orders
    from spend
    group by fan_sk

)

select * from final
