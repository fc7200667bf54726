with inputs as (

    select fan_sk, coalesce(account_age_days, 0) as tenure_days, redemptions, tier_changes
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

tiers as (

    select fan_sk, loyalty_tier
    from {{ ref('int_population') }}

),

tenure_ranks as (

    {{ rank_by_value('inputs', 'tenure_days') }}

),

redemption_ranks as (

    {{ rank_by_value('inputs', 'redemptions') }}

),

ranked as (

    select
        i.fan_sk,
        {{ points_of('p.loyalty_tier', var('loyalty_tier_points'), var('default_tier_points')) }} as tier_points,
        t.percent_rank_of_value as tenure_rank,
        r.percent_rank_of_value as redemption_rank,
        case i.tier_changes when 0 then {{ var('stability_points').none }} when 1 then {{ var('stability_points').one }} else 0 end as stability_points
    from inputs as i
    inner join tiers as p on p.fan_sk = i.fan_sk
    inner join tenure_ranks as t on t.ranked_value = i.tenure_days
    inner join redemption_ranks as r on r.ranked_value = i.redemptions

),

final as (

    select
        fan_sk,
        {{ score('least(' ~ number(var('loyalty_weights').tier) ~ ' * tier_points + ' ~ weighted(var('loyalty_weights').tenure, 'tenure_rank') ~ ' + ' ~ weighted(var('loyalty_weights').redemption, 'redemption_rank') ~ ' + stability_points, 100)') }} as loyalty_score,
        {{ score('tier_points') }} as tier_component,
        {{ score('100 * tenure_rank') }} as tenure_component,
        {{ score('100 * redemption_rank') }} as redemption_component,
        {{ score('stability_points') }} as stability_bonus
    from ranked

)

select * from final
