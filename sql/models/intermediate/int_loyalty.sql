with loyalty as (

    select fan_sk, date_key, activity_type, reward_value
    from {{ ref('stg_loyalty') }}
    where {{ in_window(var('window_days')) }}

),

days as (

    select date_key
    from {{ ref('int_window_days') }}

),

final as (

    select
        l.fan_sk,
        count(*) as loyalty_rows,
        count(case when l.activity_type = 'Redeem' then 1 end) as redemptions,
        count(case when l.activity_type = 'TierChange' then 1 end) as tier_changes,
        {{ money("sum(case when l.activity_type = 'Earn' then coalesce(l.reward_value, 0) else 0 end)") }} as rewards_earned
    from loyalty as l
    inner join days as d on d.date_key = l.date_key
    group by l.fan_sk

)

select * from final
