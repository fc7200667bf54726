

with inputs as (

    select fan_sk, efficiency_revenue, reward_cost
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)
        and reward_cost is not null

),

final as (

    select
        fan_sk,
        case
            when reward_cost > 0
                then cast(round(cast(least(greatest(coalesce(cast(10 as double) * efficiency_revenue / cast(reward_cost as double), 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2))
            else cast(round(cast(50 as decimal(18, 8)), 2) as decimal(5, 2))
        end as revenue_efficiency_score
    from inputs

)

select * from final
