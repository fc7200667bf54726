{{ config(meta={'stage': 'score'}) }}

with wonder as (

    select *
    from {{ ref('wonder_score') }}

),

wonder_ranks as (

    {{ rank_by_value(ref('wonder_score'), 'wonder_score') }}

),

final as (

    select
        w.fan_sk,
        w.wonder_id,
        w.wonder_score,
        {{ wonder_tier('w.wonder_score') }} as wonder_score_tier,
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
            case when w.has_engagement then {{ exact(var('wonder_weights').engagement) }} else 0 end
            + case when w.has_loyalty then {{ exact(var('wonder_weights').loyalty) }} else 0 end
            + case when w.has_value then {{ exact(var('wonder_weights').value) }} else 0 end
            + case when w.has_sentiment then {{ exact(var('wonder_weights').sentiment) }} else 0 end
            + case when w.has_advocacy then {{ exact(var('wonder_weights').advocacy) }} else 0 end
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
        {{ run_columns() }}
    from wonder as w
    left join wonder_ranks as r on r.ranked_value = w.wonder_score

)

select * from final
