

-- The five base scores with their components, in one pass over the fans: joining five tables with a row per fan
-- costs more than the scores do. Ranks are made per value, and so are the components that are a rank alone.
with population as (

    select fan_sk, wonder_id, loyalty_tier, primary_sport, primary_affiliation, marketing_opt_in
    from work_run_now.int_population

),

inputs as (

    select
        *,
        coalesce(account_age_days, 0) as tenure_days,
        greatest(coalesce(revenue, 0), 1) as ranked_revenue,
        referrals + 2 * conversions as referral_points,
        greatest(coalesce(reach, 0), 1) as ranked_reach
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

attendance_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select attended_days as ranked_value, cast(coalesce(sum(count(*)) over (order by attended_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by attended_days) as v),
digital_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select digital_activity as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_activity asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by digital_activity) as v),
social_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select social_posts as ranked_value, cast(coalesce(sum(count(*)) over (order by social_posts asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by social_posts) as v),
learning_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select courses as ranked_value, cast(coalesce(sum(count(*)) over (order by courses asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by courses) as v),
tenure_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select tenure_days as ranked_value, cast(coalesce(sum(count(*)) over (order by tenure_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by tenure_days) as v),
redemption_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select redemptions as ranked_value, cast(coalesce(sum(count(*)) over (order by redemptions asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by redemptions) as v),
revenue_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select ranked_revenue as ranked_value, cast(coalesce(sum(count(*)) over (order by ranked_revenue asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by ranked_revenue) as v),
frequency_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select purchase_days as ranked_value, cast(coalesce(sum(count(*)) over (order by purchase_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by purchase_days) as v),
recency_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select days_since_purchase as ranked_value, cast(coalesce(sum(count(*)) over (order by days_since_purchase desc nulls last rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by days_since_purchase) as v),
referral_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select referral_points as ranked_value, cast(coalesce(sum(count(*)) over (order by referral_points asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by referral_points) as v),
amplification_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select ranked_reach as ranked_value, cast(coalesce(sum(count(*)) over (order by ranked_reach asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by ranked_reach) as v),
hosting_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select hostings as ranked_value, cast(coalesce(sum(count(*)) over (order by hostings asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from inputs group by hostings) as v),

ranked as (

    select
        p.wonder_id,
        p.loyalty_tier,
        p.primary_sport,
        p.primary_affiliation,
        p.marketing_opt_in,
        i.*,
        case p.loyalty_tier when 'Anchor' then 30 when 'Commodore' then 50 when 'Commodore Elite' then 85 when 'Commodore Plus' then 70 when 'Gold' then 100 else 10 end as tier_points,
        case i.tier_changes when 0 then 10 when 1 then 5 else 0 end as stability_points,
        least(2 * i.categories, 10) as breadth_points,
        cast(0.5 as double) * coalesce(i.nps_average, cast(7 as double)) * 10 as nps_points,
        cast(0.3 as double) * (coalesce(i.review_average, cast(4 as double)) - 1) / 4 * 100 as review_points,
        cast(0.2 as double) * (coalesce(i.social_average, cast(0 as double)) + 100) / 2 as sentiment_points,
        greatest(-5 * i.complaints, -20) as penalty_points,
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
        cast(round(cast(cast(0.3 as double) * 100 * attendance_rank + cast(0.4 as double) * 100 * digital_rank + cast(0.2 as double) * 100 * social_rank + cast(0.1 as double) * 100 * learning_rank as decimal(18, 8)), 2) as decimal(5, 2)) as engagement_score,
        attendance_component,
        digital_component,
        social_component,
        learning_component,
        cast(round(cast(least(cast(0.4 as double) * tier_points + cast(0.3 as double) * 100 * tenure_rank + cast(0.3 as double) * 100 * redemption_rank + stability_points, 100) as decimal(18, 8)), 2) as decimal(5, 2)) as loyalty_score,
        cast(round(cast(tier_points as decimal(18, 8)), 2) as decimal(5, 2)) as tier_component,
        tenure_component,
        redemption_component,
        cast(round(cast(stability_points as decimal(18, 8)), 2) as decimal(5, 2)) as stability_bonus,
        cast(round(cast(least(cast(0.5 as double) * 100 * revenue_rank + cast(0.3 as double) * 100 * frequency_rank + cast(0.2 as double) * 100 * recency_rank + breadth_points, 100) as decimal(18, 8)), 2) as decimal(5, 2)) as value_score,
        revenue_component,
        frequency_component,
        recency_component,
        cast(round(cast(breadth_points as decimal(18, 8)), 2) as decimal(5, 2)) as breadth_bonus,
        cast(round(cast(least(greatest(coalesce(nps_points + review_points + sentiment_points + penalty_points, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_score,
        cast(round(cast(nps_points as decimal(18, 8)), 2) as decimal(5, 2)) as nps_component,
        cast(round(cast(review_points as decimal(18, 8)), 2) as decimal(5, 2)) as review_component,
        cast(round(cast(sentiment_points as decimal(18, 8)), 2) as decimal(5, 2)) as sentiment_component,
        cast(round(cast(penalty_points as decimal(18, 8)), 2) as decimal(5, 2)) as complaint_penalty,
        cast(round(cast(cast(0.4 as double) * 100 * referral_rank + cast(0.4 as double) * 100 * amplification_rank + cast(0.2 as double) * 100 * hosting_rank as decimal(18, 8)), 2) as decimal(5, 2)) as advocacy_score,
        referral_component,
        amplification_component,
        hosting_component
    from ranked

)

select * from final
