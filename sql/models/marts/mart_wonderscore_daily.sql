{{ config(meta={'stage': 'score'}) }}

with population as (

    select fan_sk, wonder_id, loyalty_tier, primary_sport, primary_affiliation
    from {{ ref('int_population') }}

),

inputs as (

    select fan_sk, has_engagement, has_loyalty, has_value, has_sentiment, has_advocacy
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

wonder as (

    select *
    from {{ ref('wonder_score') }}

),

wonder_ranks as (

    {{ rank_by_value(ref('wonder_score'), 'wonder_score') }}

),

final as (

    select
        p.fan_sk,
        p.wonder_id,
        w.wonder_score,
        {{ wonder_tier('w.wonder_score') }} as wonder_score_tier,
        {{ score('100 * r.percent_rank_of_value') }} as percentile_rank,
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
            case when i.has_engagement then {{ exact(var('wonder_weights').engagement) }} else 0 end
            + case when i.has_loyalty then {{ exact(var('wonder_weights').loyalty) }} else 0 end
            + case when i.has_value then {{ exact(var('wonder_weights').value) }} else 0 end
            + case when i.has_sentiment then {{ exact(var('wonder_weights').sentiment) }} else 0 end
            + case when i.has_advocacy then {{ exact(var('wonder_weights').advocacy) }} else 0 end
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
        {{ run_columns() }}
    from population as p
    inner join inputs as i on i.fan_sk = p.fan_sk
    inner join wonder as w on w.fan_sk = p.fan_sk
    inner join wonder_ranks as r on r.ranked_value = w.wonder_score

)

select * from final
