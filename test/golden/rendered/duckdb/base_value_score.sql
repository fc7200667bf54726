with inputs as (

    select fan_sk, greatest(coalesce(revenue, 0), 1) as ranked_revenue, purchase_days, days_since_purchase, categories
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

revenue_ranks as (

    select ranked_revenue as ranked_value, cast(coalesce(sum(count(*)) over (order by ranked_revenue asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by ranked_revenue

),

frequency_ranks as (

    select purchase_days as ranked_value, cast(coalesce(sum(count(*)) over (order by purchase_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by purchase_days

),

recency_ranks as (

    select days_since_purchase as ranked_value, cast(coalesce(sum(count(*)) over (order by days_since_purchase desc nulls last rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by days_since_purchase

),

ranked as (

    select
        i.fan_sk,
        r.percent_rank_of_value as revenue_rank,
        f.percent_rank_of_value as frequency_rank,
        d.percent_rank_of_value as recency_rank,
        least(2 * i.categories, 10) as breadth_points
    from inputs as i
    inner join revenue_ranks as r on r.ranked_value = i.ranked_revenue
    inner join frequency_ranks as f on f.ranked_value = i.purchase_days
    inner join recency_ranks as d on d.ranked_value = i.days_since_purchase

),

final as (

    select
        fan_sk,
        cast(round(cast(least(cast(0.5 as double) * 100 * revenue_rank + cast(0.3 as double) * 100 * frequency_rank + cast(0.2 as double) * 100 * recency_rank + breadth_points, 100) as decimal(18, 8)), 2) as decimal(5, 2)) as value_score,
        cast(round(cast(100 * revenue_rank as decimal(18, 8)), 2) as decimal(5, 2)) as revenue_component,
        cast(round(cast(100 * frequency_rank as decimal(18, 8)), 2) as decimal(5, 2)) as frequency_component,
        cast(round(cast(100 * recency_rank as decimal(18, 8)), 2) as decimal(5, 2)) as recency_component,
        cast(round(cast(breadth_points as decimal(18, 8)), 2) as decimal(5, 2)) as breadth_bonus
    from ranked

)

select * from final
