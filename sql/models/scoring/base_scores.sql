{{ config(materialized='view') }}

-- The five base scores with their components, in one pass over the fans: joining five tables with a row per fan
-- costs more than the scores do. Ranks are made per value, and so are the components that are a rank alone.
with population as (

    select fan_sk, wonder_id, loyalty_tier, primary_sport, primary_affiliation, marketing_opt_in
    from {{ ref('int_population') }}

),

inputs as (

    select
        *,
        coalesce(account_age_days, 0) as tenure_days,
        greatest(coalesce(revenue, 0), 1) as ranked_revenue,
        referrals + {{ var('conversion_weight') }} * conversions as referral_points,
        greatest(coalesce(reach, 0), 1) as ranked_reach
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

attendance_ranks as ({{ rank_by_value('inputs', 'attended_days') }}),
digital_ranks as ({{ rank_by_value('inputs', 'digital_activity') }}),
social_ranks as ({{ rank_by_value('inputs', 'social_posts') }}),
learning_ranks as ({{ rank_by_value('inputs', 'courses') }}),
tenure_ranks as ({{ rank_by_value('inputs', 'tenure_days') }}),
redemption_ranks as ({{ rank_by_value('inputs', 'redemptions') }}),
revenue_ranks as ({{ rank_by_value('inputs', 'ranked_revenue') }}),
frequency_ranks as ({{ rank_by_value('inputs', 'purchase_days') }}),
recency_ranks as ({{ rank_by_value_descending('inputs', 'days_since_purchase') }}),
referral_ranks as ({{ rank_by_value('inputs', 'referral_points') }}),
amplification_ranks as ({{ rank_by_value('inputs', 'ranked_reach') }}),
hosting_ranks as ({{ rank_by_value('inputs', 'hostings') }}),

ranked as (

    select
        p.wonder_id,
        p.loyalty_tier,
        p.primary_sport,
        p.primary_affiliation,
        p.marketing_opt_in,
        i.*,
        {{ points_of('p.loyalty_tier', var('loyalty_tier_points'), var('default_tier_points')) }} as tier_points,
        case i.tier_changes when 0 then {{ var('stability_points').none }} when 1 then {{ var('stability_points').one }} else 0 end as stability_points,
        least({{ var('breadth_points_per_category') }} * i.categories, {{ var('breadth_limit') }}) as breadth_points,
        {{ number(var('sentiment_weights').nps) }} * coalesce(i.nps_average, {{ number(var('sentiment_defaults').nps) }}) * 10 as nps_points,
        {{ number(var('sentiment_weights').review) }} * (coalesce(i.review_average, {{ number(var('sentiment_defaults').review) }}) - 1) / 4 * 100 as review_points,
        {{ number(var('sentiment_weights').social) }} * (coalesce(i.social_average, {{ number(var('sentiment_defaults').social) }}) + 100) / 2 as sentiment_points,
        greatest({{ var('complaint_points') }} * i.complaints, {{ var('complaint_limit') }}) as penalty_points,
        attendance.percent_rank_of_value as attendance_rank,
        attendance.points_of_value as attendance_component,
        digital.percent_rank_of_value as digital_rank,
        digital.points_of_value as digital_component,
        social.percent_rank_of_value as social_rank,
        social.points_of_value as social_component,
        learning.percent_rank_of_value as learning_rank,
        learning.points_of_value as learning_component,
        tenure.percent_rank_of_value as tenure_rank,
        tenure.points_of_value as tenure_component,
        redemption.percent_rank_of_value as redemption_rank,
        redemption.points_of_value as redemption_component,
        revenue.percent_rank_of_value as revenue_rank,
        revenue.points_of_value as revenue_component,
        frequency.percent_rank_of_value as frequency_rank,
        frequency.points_of_value as frequency_component,
        recency.percent_rank_of_value as recency_rank,
        recency.points_of_value as recency_component,
        referral.percent_rank_of_value as referral_rank,
        referral.points_of_value as referral_component,
        amplification.percent_rank_of_value as amplification_rank,
        amplification.points_of_value as amplification_component,
        hosting.percent_rank_of_value as hosting_rank,
        hosting.points_of_value as hosting_component
    from population as p
    inner join inputs as i on i.fan_sk = p.fan_sk
    left join attendance_ranks as attendance on attendance.ranked_value = i.attended_days
    left join digital_ranks as digital on digital.ranked_value = i.digital_activity
    left join social_ranks as social on social.ranked_value = i.social_posts
    left join learning_ranks as learning on learning.ranked_value = i.courses
    left join tenure_ranks as tenure on tenure.ranked_value = i.tenure_days
    left join redemption_ranks as redemption on redemption.ranked_value = i.redemptions
    left join revenue_ranks as revenue on revenue.ranked_value = i.ranked_revenue
    left join frequency_ranks as frequency on frequency.ranked_value = i.purchase_days
    left join recency_ranks as recency on recency.ranked_value = i.days_since_purchase
    left join referral_ranks as referral on referral.ranked_value = i.referral_points
    left join amplification_ranks as amplification on amplification.ranked_value = i.ranked_reach
    left join hosting_ranks as hosting on hosting.ranked_value = i.hostings

),

final as (

    select
        fan_sk,
        wonder_id,
        loyalty_tier,
        primary_sport,
        primary_affiliation,
        marketing_opt_in,
        revenue,
        attended_days,
        email_opens,
        referrals,
        hostings,
        has_engagement,
        has_loyalty,
        has_value,
        has_sentiment,
        has_advocacy,
        {{ score(weighted(var('engagement_weights').attendance, 'attendance_rank') ~ ' + ' ~ weighted(var('engagement_weights').digital, 'digital_rank') ~ ' + ' ~ weighted(var('engagement_weights').social, 'social_rank') ~ ' + ' ~ weighted(var('engagement_weights').learning, 'learning_rank')) }} as engagement_score,
        attendance_component,
        digital_component,
        social_component,
        learning_component,
        {{ score('least(' ~ number(var('loyalty_weights').tier) ~ ' * tier_points + ' ~ weighted(var('loyalty_weights').tenure, 'tenure_rank') ~ ' + ' ~ weighted(var('loyalty_weights').redemption, 'redemption_rank') ~ ' + stability_points, 100)') }} as loyalty_score,
        {{ score('tier_points') }} as tier_component,
        tenure_component,
        redemption_component,
        {{ score('stability_points') }} as stability_bonus,
        {{ score('least(' ~ weighted(var('value_weights').revenue, 'revenue_rank') ~ ' + ' ~ weighted(var('value_weights').frequency, 'frequency_rank') ~ ' + ' ~ weighted(var('value_weights').recency, 'recency_rank') ~ ' + breadth_points, 100)') }} as value_score,
        revenue_component,
        frequency_component,
        recency_component,
        {{ score('breadth_points') }} as breadth_bonus,
        {{ score(clip('nps_points + review_points + sentiment_points + penalty_points', 0, 100)) }} as sentiment_score,
        {{ score('nps_points') }} as nps_component,
        {{ score('review_points') }} as review_component,
        {{ score('sentiment_points') }} as sentiment_component,
        {{ score('penalty_points') }} as complaint_penalty,
        {{ score(weighted(var('advocacy_weights').referral, 'referral_rank') ~ ' + ' ~ weighted(var('advocacy_weights').amplification, 'amplification_rank') ~ ' + ' ~ weighted(var('advocacy_weights').hosting, 'hosting_rank')) }} as advocacy_score,
        referral_component,
        amplification_component,
        hosting_component
    from ranked

)

select * from final
