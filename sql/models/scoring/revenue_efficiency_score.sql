{{ config(meta={'stage': 'extend'}) }}

with population as (

    select fan_sk
    from {{ ref('int_population') }}

),

spend as (

    select fan_sk, revenue
    from {{ ref('int_spend') }}

),

loyalty as (

    select fan_sk, rewards_earned
    from {{ ref('int_loyalty') }}

),

inputs as (

    select
        p.fan_sk,
        coalesce(s.revenue, 0) as efficiency_revenue,
        coalesce(l.rewards_earned, 0) + {{ exact(var('overhead_share')) }} * coalesce(s.revenue, 0) as reward_cost
    from population as p
    left join spend as s on s.fan_sk = p.fan_sk
    left join loyalty as l on l.fan_sk = p.fan_sk
    where s.fan_sk is not null or l.fan_sk is not null

),

final as (

    select
        fan_sk,
        efficiency_revenue,
        reward_cost,
        case
            when reward_cost > 0
                then {{ score(clip(number(var('efficiency_factor')) ~ ' * efficiency_revenue / cast(reward_cost as double)', 0, 100)) }}
            else {{ score(var('efficiency_default')) }}
        end as revenue_efficiency_score
    from inputs

)

select * from final
