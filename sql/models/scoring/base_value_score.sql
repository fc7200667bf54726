with inputs as (

    select fan_sk, greatest(coalesce(revenue, 0), 1) as ranked_revenue, purchase_days, days_since_purchase, categories
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

revenue_ranks as (

    {{ rank_by_value('inputs', 'ranked_revenue') }}

),

frequency_ranks as (

    {{ rank_by_value('inputs', 'purchase_days') }}

),

recency_ranks as (

    {{ rank_by_value_descending('inputs', 'days_since_purchase') }}

),

ranked as (

    select
        i.fan_sk,
        r.percent_rank_of_value as revenue_rank,
        f.percent_rank_of_value as frequency_rank,
        d.percent_rank_of_value as recency_rank,
        least({{ var('breadth_points_per_category') }} * i.categories, {{ var('breadth_limit') }}) as breadth_points
    from inputs as i
    inner join revenue_ranks as r on r.ranked_value = i.ranked_revenue
    inner join frequency_ranks as f on f.ranked_value = i.purchase_days
    inner join recency_ranks as d on d.ranked_value = i.days_since_purchase

),

final as (

    select
        fan_sk,
        {{ score('least(' ~ weighted(var('value_weights').revenue, 'revenue_rank') ~ ' + ' ~ weighted(var('value_weights').frequency, 'frequency_rank') ~ ' + ' ~ weighted(var('value_weights').recency, 'recency_rank') ~ ' + breadth_points, 100)') }} as value_score,
        {{ score('100 * revenue_rank') }} as revenue_component,
        {{ score('100 * frequency_rank') }} as frequency_component,
        {{ score('100 * recency_rank') }} as recency_component,
        {{ score('breadth_points') }} as breadth_bonus
    from ranked

)

select * from final
