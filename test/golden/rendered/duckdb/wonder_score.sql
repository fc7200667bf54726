-- The base scores side by side, and weighted into one: in DECIMAL, from the stored ones.
with engagement as (

    select fan_sk, engagement_score, attendance_component, digital_component, social_component, learning_component
    from work_run_now.base_engagement_score

),

loyalty as (

    select fan_sk, loyalty_score, tier_component, tenure_component, redemption_component, stability_bonus
    from work_run_now.base_loyalty_score

),

monetary as (

    select fan_sk, value_score, revenue_component, frequency_component, recency_component, breadth_bonus
    from work_run_now.base_value_score

),

sentiment as (

    select fan_sk, sentiment_score, nps_component, review_component, sentiment_component, complaint_penalty
    from work_run_now.base_sentiment_score

),

advocacy as (

    select fan_sk, advocacy_score, referral_component, amplification_component, hosting_component
    from work_run_now.base_advocacy_score

),

final as (

    select
        e.fan_sk,
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
        cast(round(
            cast(0.35 as decimal(6, 4)) * e.engagement_score
            + cast(0.25 as decimal(6, 4)) * l.loyalty_score
            + cast(0.25 as decimal(6, 4)) * v.value_score
            + cast(0.1 as decimal(6, 4)) * s.sentiment_score
            + cast(0.05 as decimal(6, 4)) * a.advocacy_score,
            2
        ) as decimal(5, 2)) as wonder_score
    from engagement as e
    inner join loyalty as l on l.fan_sk = e.fan_sk
    inner join monetary as v on v.fan_sk = e.fan_sk
    inner join sentiment as s on s.fan_sk = e.fan_sk
    inner join advocacy as a on a.fan_sk = e.fan_sk

)

select * from final
