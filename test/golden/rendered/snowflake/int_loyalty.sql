with loyalty as (

    select fan_sk, date_key, activity_type, reward_value
    from work_run_now.stg_loyalty
    where date_key between cast(extract(year from (cast('2025-03-01' as date) - 90)) * 10000 + extract(month from (cast('2025-03-01' as date) - 90)) * 100 + extract(day from (cast('2025-03-01' as date) - 90)) as bigint) and cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint)

),

days as (

    select date_key
    from work_run_now.int_window_days

),

final as (

    select
        l.fan_sk,
        count(*) as loyalty_rows,
        count(case when l.activity_type = 'Redeem' then 1 end) as redemptions,
        count(case when l.activity_type = 'TierChange' then 1 end) as tier_changes,
        cast(least(greatest(coalesce(sum(case when l.activity_type = 'Earn' then coalesce(l.reward_value, 0) else 0 end), 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as rewards_earned
    from loyalty as l
    inner join days as d on d.date_key = l.date_key
    group by l.fan_sk

)

select * from final
