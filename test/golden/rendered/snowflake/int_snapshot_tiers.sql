

-- The loyalty tier a fan had on the as-of date: what the last change by then led to, else what the first change
-- after it led away from, else today's.
with fans as (

    select fan_sk, current_tier
    from work_run_now.stg_fans

),

changes as (

    select fan_sk, date_key, loyalty_sk, tier_before, tier_after
    from work_run_now.stg_loyalty
    where activity_type = 'TierChange'
        and date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
        and (date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end))

),

last_before as (

    select fan_sk, tier_after
    from changes
    where date_key <= cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    qualify row_number() over (
        partition by fan_sk
        order by date_key desc nulls last, loyalty_sk desc nulls last, tier_after asc nulls last
    ) = 1

),

first_after as (

    select fan_sk, tier_before
    from changes
    where date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)
    qualify row_number() over (
        partition by fan_sk
        order by date_key asc nulls last, loyalty_sk asc nulls last, tier_before asc nulls last
    ) = 1

),

final as (

    select f.fan_sk, coalesce(b.tier_after, a.tier_before, f.current_tier) as loyalty_tier
    from fans as f
    left join last_before as b on b.fan_sk = f.fan_sk
    left join first_after as a on a.fan_sk = f.fan_sk

)

select * from final
