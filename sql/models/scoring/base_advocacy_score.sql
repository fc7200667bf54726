with inputs as (

    select
        fan_sk,
        referrals + {{ var('conversion_weight') }} * conversions as referral_points,
        greatest(coalesce(reach, 0), 1) as ranked_reach,
        hostings
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

referral_ranks as (

    {{ rank_by_value('inputs', 'referral_points') }}

),

amplification_ranks as (

    {{ rank_by_value('inputs', 'ranked_reach') }}

),

hosting_ranks as (

    {{ rank_by_value('inputs', 'hostings') }}

),

ranked as (

    select
        i.fan_sk,
        r.percent_rank_of_value as referral_rank,
        a.percent_rank_of_value as amplification_rank,
        h.percent_rank_of_value as hosting_rank
    from inputs as i
    inner join referral_ranks as r on r.ranked_value = i.referral_points
    inner join amplification_ranks as a on a.ranked_value = i.ranked_reach
    inner join hosting_ranks as h on h.ranked_value = i.hostings

),

final as (

    select
        fan_sk,
        {{ score(weighted(var('advocacy_weights').referral, 'referral_rank') ~ ' + ' ~ weighted(var('advocacy_weights').amplification, 'amplification_rank') ~ ' + ' ~ weighted(var('advocacy_weights').hosting, 'hosting_rank')) }} as advocacy_score,
        {{ score('100 * referral_rank') }} as referral_component,
        {{ score('100 * amplification_rank') }} as amplification_component,
        {{ score('100 * hosting_rank') }} as hosting_component
    from ranked

)

select * from final
