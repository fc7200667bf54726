

-- The extended scores and the rule-based churn risk, in one pass over the inputs. Hospitality and digital affinity are
-- ranked among the fans who have any, efficiency is for those with spend or rewards; the others have none.
with inputs as (

    select *
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

guests as (

    select fb_average, hospitality_days
    from inputs
    where experiences is not null

),

engaged as (

    select digital_sessions, digital_seconds
    from inputs
    where engagement_rows is not null

),

fb_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select fb_average as ranked_value, cast(coalesce(sum(count(*)) over (order by fb_average asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from guests group by fb_average) as v),
hospitality_days_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select hospitality_days as ranked_value, cast(coalesce(sum(count(*)) over (order by hospitality_days asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from guests group by hospitality_days) as v),
sessions_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select digital_sessions as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_sessions asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from engaged group by digital_sessions) as v),
seconds_ranks as (select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select digital_seconds as ranked_value, cast(coalesce(sum(count(*)) over (order by digital_seconds asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from engaged group by digital_seconds) as v),

-- Churn: how long silent, and how spend, engagement and sentiment of W30 stand against those of P60.
ranked as (

    select
        i.*,
        fb.percent_rank_of_value as fb_rank,
        d.percent_rank_of_value as hospitality_days_rank,
        cast(i.experiences - 1 as double) / i.experiences as repeat_share,
        s.percent_rank_of_value as sessions_rank,
        t.percent_rank_of_value as seconds_rank,
        cast(40 as double) * coalesce(i.days_since_engagement, 90) / 90 as inactivity_points,
        cast(30 as double) * (1 - least(greatest(coalesce(i.spend_rate_ratio, 0), 0), 2)) as spend_points,
        cast(20 as double) * (1 - least(greatest(coalesce(i.engagement_rate_ratio, 0), 0), 2)) as engagement_points,
        cast(10 as double) * abs(least(greatest(coalesce(i.sentiment_shift, -50), -50), 0)) / 50 as sentiment_points
    from inputs as i
    left join fb_ranks as fb on fb.ranked_value = i.fb_average
    left join hospitality_days_ranks as d on d.ranked_value = i.hospitality_days
    left join sessions_ranks as s on s.ranked_value = i.digital_sessions
    left join seconds_ranks as t on t.ranked_value = i.digital_seconds

),

final as (

    select
        fan_sk,
        wonder_id,
        account_age_days,
        lifetime_value,
        total_events_attended,
        case when experiences is not null then cast(round(cast(least(greatest(coalesce(cast(0.4 as double) * coalesce(service_average, cast(3 as double)) / 5 * 100 + cast(0.3 as double) * 100 * fb_rank + cast(0.2 as double) * 100 * hospitality_days_rank + cast(0.1 as double) * 100 * repeat_share, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) end as hospitality_experience_score,
        case when engagement_rows is not null then cast(round(cast(cast(0.35 as double) * 100 * sessions_rank + cast(0.3 as double) * 100 * seconds_rank + cast(0.2 as double) * 100 * click_rate + cast(0.15 as double) * 100 * mobile_share as decimal(18, 8)), 2) as decimal(5, 2)) end as digital_affinity_score,
        case when reward_cost > 0 then cast(round(cast(least(greatest(coalesce(cast(10 as double) * efficiency_revenue / cast(reward_cost as double), 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) when reward_cost is not null then cast(round(cast(50 as decimal(18, 8)), 2) as decimal(5, 2)) end as revenue_efficiency_score,
        cast(round(cast(least(greatest(coalesce(inactivity_points + spend_points + engagement_points + sentiment_points, 0), 0), 100) as decimal(18, 8)), 2) as decimal(5, 2)) as churn_risk_score,
        cast(fb_rank as decimal(9, 6)) as fb_rank,
        cast(hospitality_days_rank as decimal(9, 6)) as hospitality_days_rank,
        cast(sessions_rank as decimal(9, 6)) as sessions_rank,
        cast(seconds_rank as decimal(9, 6)) as seconds_rank
    from ranked

)

select * from final
