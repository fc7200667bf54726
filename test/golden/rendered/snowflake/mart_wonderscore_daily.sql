

with population as (

    select fan_sk, wonder_id, loyalty_tier, primary_sport, primary_affiliation
    from work_run_now.int_population

),

inputs as (

    select fan_sk, has_engagement, has_loyalty, has_value, has_sentiment, has_advocacy
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

wonder as (

    select *
    from work_run_now.wonder_score

),

wonder_ranks as (

    select wonder_score as ranked_value, cast(coalesce(sum(count(*)) over (order by wonder_score asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from work_run_now.wonder_score group by wonder_score

),

final as (

    select
        p.fan_sk,
        p.wonder_id,
        w.wonder_score,
        case when w.wonder_score >= 85 then 'Elite' when w.wonder_score >= 70 then 'Champion' when w.wonder_score >= 55 then 'Supporter' when w.wonder_score >= 40 then 'Friend' else 'Explorer' end as wonder_score_tier,
        cast(round(cast(100 * r.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as percentile_rank,
        w.engagement_score,
        w.attendance_component,
        w.digital_component,
        w.social_component,
        w.learning_component,
        w.loyalty_score,
        w.tier_component,
        w.tenure_component,
        w.redemption_component,
        w.stability_bonus,
        w.value_score,
        w.revenue_component,
        w.frequency_component,
        w.recency_component,
        w.breadth_bonus,
        w.sentiment_score,
        w.nps_component,
        w.review_component,
        w.sentiment_component,
        w.complaint_penalty,
        w.advocacy_score,
        w.referral_component,
        w.amplification_component,
        w.hosting_component,
        cast(
            case when i.has_engagement then cast(0.35 as decimal(6, 4)) else 0 end
            + case when i.has_loyalty then cast(0.25 as decimal(6, 4)) else 0 end
            + case when i.has_value then cast(0.25 as decimal(6, 4)) else 0 end
            + case when i.has_sentiment then cast(0.1 as decimal(6, 4)) else 0 end
            + case when i.has_advocacy then cast(0.05 as decimal(6, 4)) else 0 end
            as decimal(3, 2)
        ) as coverage,
        i.has_engagement,
        i.has_loyalty,
        i.has_value,
        i.has_sentiment,
        i.has_advocacy,
        p.loyalty_tier,
        p.primary_sport,
        p.primary_affiliation,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from population as p
    inner join inputs as i on i.fan_sk = p.fan_sk
    inner join wonder as w on w.fan_sk = p.fan_sk
    inner join wonder_ranks as r on r.ranked_value = w.wonder_score

)

select * from final
