{{ config(materialized='view', meta={'stage': 'extend'}) }}

with inputs as (

    select fan_sk, efficiency_revenue, reward_cost
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}
        and reward_cost is not null

),

final as (

    select
        fan_sk,
        case
            when reward_cost > 0
                then {{ score(clip(number(var('efficiency_factor')) ~ ' * efficiency_revenue / cast(reward_cost as double)', 0, 100)) }}
            else {{ score(var('efficiency_default')) }}
        end as revenue_efficiency_score
    from inputs

)

select * from final
