-- Ranks come from value frequencies; they equal PERCENT_RANK over the rows exactly.
with inputs as (

    select *
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

ranked as (

    select
        d.*,
        {{ score('100 * percent_rank() over (order by d.wonder_score asc nulls first)') }} as wonder_rank,
        {{ score('100 * percent_rank() over (order by i.attended_days asc nulls first)') }} as attendance_rank,
        {{ score('100 * percent_rank() over (order by i.digital_activity asc nulls first)') }} as digital_rank,
        {{ score('100 * percent_rank() over (order by i.social_posts asc nulls first)') }} as social_rank,
        {{ score('100 * percent_rank() over (order by i.courses asc nulls first)') }} as learning_rank,
        {{ score('100 * percent_rank() over (order by coalesce(i.account_age_days, 0) asc nulls first)') }} as tenure_rank,
        {{ score('100 * percent_rank() over (order by i.redemptions asc nulls first)') }} as redemption_rank,
        {{ score('100 * percent_rank() over (order by greatest(coalesce(i.revenue, 0), 1) asc nulls first)') }} as revenue_rank,
        {{ score('100 * percent_rank() over (order by i.purchase_days asc nulls first)') }} as frequency_rank,
        {{ score('100 * percent_rank() over (order by i.days_since_purchase desc nulls last)') }} as recency_rank,
        {{ score('100 * percent_rank() over (order by i.referrals + ' ~ var('conversion_weight') ~ ' * i.conversions asc nulls first)') }} as referral_rank,
        {{ score('100 * percent_rank() over (order by greatest(coalesce(i.reach, 0), 1) asc nulls first)') }} as amplification_rank,
        {{ score('100 * percent_rank() over (order by i.hostings asc nulls first)') }} as hosting_rank
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

),

final as (

    select fan_sk
    from ranked
    where percentile_rank <> wonder_rank
        or attendance_component <> attendance_rank
        or digital_component <> digital_rank
        or social_component <> social_rank
        or learning_component <> learning_rank
        or tenure_component <> tenure_rank
        or redemption_component <> redemption_rank
        or revenue_component <> revenue_rank
        or frequency_component <> frequency_rank
        or recency_component <> recency_rank
        or referral_component <> referral_rank
        or amplification_component <> amplification_rank
        or hosting_component <> hosting_rank

)

select * from final
