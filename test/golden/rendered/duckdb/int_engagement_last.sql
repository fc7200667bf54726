-- How long ago the fan was last engaged, for those who were not within W90.
-- There are few of them, so that little of the year has to be grouped.
with silent_fans as (

    select p.fan_sk
    from work_run_now.int_population as p
    left join work_run_now.int_engagement_counts as c on c.fan_sk = p.fan_sk
    where c.fan_sk is null

),

engagement as (

    select fan_sk, date_key
    from work_run_now.stg_engagement
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 365)) * 10000 + extract(month from (cast('2025-03-01' as date) - 365)) * 100 + extract(day from (cast('2025-03-01' as date) - 365)) as bigint) and cast(extract(year from (cast('2025-03-01' as date) - 91)) * 10000 + extract(month from (cast('2025-03-01' as date) - 91)) * 100 + extract(day from (cast('2025-03-01' as date) - 91)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))

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
        cast(datediff('day', try_cast(left(lpad(cast(last_date_key as varchar), 8, '0'), 4) || '-' || substr(lpad(cast(last_date_key as varchar), 8, '0'), 5, 2) || '-' || substr(lpad(cast(last_date_key as varchar), 8, '0'), 7) as date), cast('2025-03-01' as date)) as bigint) as days_since_engagement
    from last_days

)

select * from final
