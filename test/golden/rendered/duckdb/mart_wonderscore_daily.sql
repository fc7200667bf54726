

with wonder as (

    select *
    from work_run_now.wonder_score

),

wonder_ranks as (

    select v.ranked_value, v.percent_rank_of_value, cast(round(cast(100 * v.percent_rank_of_value as decimal(18, 8)), 2) as decimal(5, 2)) as points_of_value from (select wonder_score as ranked_value, cast(coalesce(sum(count(*)) over (order by wonder_score asc nulls first rows between unbounded preceding and 1 preceding), 0) as double) / greatest(sum(count(*)) over () - 1, 1) as percent_rank_of_value from work_run_now.wonder_score group by wonder_score) as v

),

final as (

    select
        w.fan_sk,
        w.wonder_id,
        w.wonder_score,
        case when w.wonder_score >= 85 then 'Elite' when w.wonder_score >= 70 then 'Champion' when w.wonder_score >= 55 then 'Supporter' when w.wonder_score >= 40 then 'Friend' else 'Explorer' end as wonder_score_tier,
        r.points_of_value as percentile_rank,
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
            case when w.has_engagement then cast(0.35 as decimal(6, 4)) else 0 end
            + case when w.has_loyalty then cast(0.25 as decimal(6, 4)) else 0 end
            + case when w.has_value then cast(0.25 as decimal(6, 4)) else 0 end
            + case when w.has_sentiment then cast(0.1 as decimal(6, 4)) else 0 end
            + case when w.has_advocacy then cast(0.05 as decimal(6, 4)) else 0 end
            as decimal(3, 2)
        ) as coverage,
        w.has_engagement,
        w.has_loyalty,
        w.has_value,
        w.has_sentiment,
        w.has_advocacy,
        w.loyalty_tier,
        w.primary_sport,
        w.primary_affiliation,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from wonder as w
    left join wonder_ranks as r on r.ranked_value = w.wonder_score

)

select * from final
