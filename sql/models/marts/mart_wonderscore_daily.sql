{{ config(meta={'stage': 'score'}) }}

with population as (

    select fan_sk, wonder_id, loyalty_tier, primary_sport, primary_affiliation
    from {{ ref('int_population') }}

),

inputs as (

    select fan_sk, has_engagement, has_loyalty, has_value, has_sentiment, has_advocacy
    from {{ ref('int_fan_inputs') }}

),

engagement as (

    select fan_sk, engagement_score, attendance_component, digital_component, social_component, learning_component
    from {{ ref('base_engagement_score') }}

),

loyalty as (

    select fan_sk, loyalty_score, tier_component, tenure_component, redemption_component, stability_bonus
    from {{ ref('base_loyalty_score') }}

),

monetary as (

    select fan_sk, value_score, revenue_component, frequency_component, recency_component, breadth_bonus
    from {{ ref('base_value_score') }}

),

sentiment as (

    select fan_sk, sentiment_score, nps_component, review_component, sentiment_component, complaint_penalty
    from {{ ref('base_sentiment_score') }}

),

advocacy as (

    select fan_sk, advocacy_score, referral_component, amplification_component, hosting_component
    from {{ ref('base_advocacy_score') }}

),

wonder as (

    select fan_sk, wonder_score
    from {{ ref('wonder_score') }}

),

wonder_ranks as (

    {{ rank_by_value('wonder', 'wonder_score') }}

),

final as (

    select
        p.fan_sk,
        p.wonder_id,
        w.wonder_score,
        {{ wonder_tier('w.wonder_score') }} as wonder_score_tier,
        {{ score('100 * r.percent_rank_of_value') }} as percentile_rank,
        e.engagement_score,
        e.attendance_component,
        e.digital_component,
        e.social_component,
        e.learning_component,
        l.loyalty_score,
        l.tier_component,
        l.tenure_component,
        l.redemption_component,
        l.stability_bonus,
        v.value_score,
        v.revenue_component,
        v.frequency_component,
        v.recency_component,
        v.breadth_bonus,
        s.sentiment_score,
        s.nps_component,
        s.review_component,
        s.sentiment_component,
        s.complaint_penalty,
        a.advocacy_score,
        a.referral_component,
        a.amplification_component,
        a.hosting_component,
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
    inner join engagement as e on e.fan_sk = p.fan_sk
    inner join loyalty as l on l.fan_sk = p.fan_sk
    inner join monetary as v on v.fan_sk = p.fan_sk
    inner join sentiment as s on s.fan_sk = p.fan_sk
    inner join advocacy as a on a.fan_sk = p.fan_sk
    inner join wonder as w on w.fan_sk = p.fan_sk
    inner join wonder_ranks as r on r.ranked_value = w.wonder_score

)

select * from final
