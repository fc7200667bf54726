with inputs as (

    select fan_sk, coalesce(account_age_days, 0) as tenure_days, redemptions, tier_changes
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

tiers as (

    select fan_sk, loyalty_tier
    from work_run_now.int_population

),

tenure_ranks as (

    select tenure_days as ranked_value, cast(coalesce(sum(count(*)) over (order by tenure_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by tenure_days

),

redemption_ranks as (

    select redemptions as ranked_value, cast(coalesce(sum(count(*)) over (order by redemptions asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by redemptions

),

ranked as (

    select
        i.fan_sk,
        case p.loyalty_tier when 'Anchor' then 30 when 'Commodore' then 50 when 'Commodore Elite' then 85 when 'Commodore Plus' then 70 when 'Gold' then 100 else 10 end as tier_points,
        t.percent_rank_of_value as tenure_rank,
        r.percent_rank_of_value as redemption_rank,
        case i.tier_changes when 0 then 10 when 1 then 5 else 0 end as stability_points
    from inputs as i
    inner join tiers as p on p.fan_sk = i.fan_sk
    inner join tenure_ranks as t on t.ranked_value = i.tenure_days
    inner join redemption_ranks as r on r.ranked_value = i.redemptions

),

final as (

    select
        fan_sk,
        cast(round(cast(least(cast(0.4 as double) * tier_points + cast(0.3 as double) * 100 * tenure_rank + cast(0.3 as double) * 100 * redemption_rank + stability_points, 100) as decimal(18, 8)), 2) as decimal(5, 2)) as loyalty_score,
        cast(round(cast(tier_points as decimal(18, 8)), 2) as decimal(5, 2)) as tier_component,
        cast(round(cast(100 * tenure_rank as decimal(18, 8)), 2) as decimal(5, 2)) as tenure_component,
        cast(round(cast(100 * redemption_rank as decimal(18, 8)), 2) as decimal(5, 2)) as redemption_component,
        cast(round(cast(stability_points as decimal(18, 8)), 2) as decimal(5, 2)) as stability_bonus
    from ranked

)

select * from final
