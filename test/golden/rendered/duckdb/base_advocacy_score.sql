with inputs as (

    select
        fan_sk,
        referrals + 2 * conversions as referral_points,
        greatest(coalesce(reach, 0), 1) as ranked_reach,
        hostings
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

referral_ranks as (

    select referral_points as ranked_value, cast(coalesce(sum(count(*)) over (order by referral_points asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by referral_points

),

amplification_ranks as (

    select ranked_reach as ranked_value, cast(coalesce(sum(count(*)) over (order by ranked_reach asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by ranked_reach

),

hosting_ranks as (

    select hostings as ranked_value, cast(coalesce(sum(count(*)) over (order by hostings asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by hostings

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
        cast(round(cast(cast(0.4 as double) * 100 * referral_rank + cast(0.4 as double) * 100 * amplification_rank + cast(0.2 as double) * 100 * hosting_rank as decimal(18, 8)), 2) as decimal(5, 2)) as advocacy_score,
        cast(round(cast(100 * referral_rank as decimal(18, 8)), 2) as decimal(5, 2)) as referral_component,
        cast(round(cast(100 * amplification_rank as decimal(18, 8)), 2) as decimal(5, 2)) as amplification_component,
        cast(round(cast(100 * hosting_rank as decimal(18, 8)), 2) as decimal(5, 2)) as hosting_component
    from ranked

)

select * from final
