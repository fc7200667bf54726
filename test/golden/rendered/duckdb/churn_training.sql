-- What the churn model learns from, with the rule's risk to be better than.
with features as (

    select *
    from work_run_now.churn_features

),

baseline as (

    select fan_sk, churn_risk_score
    from work_run_now.extended_scores

),

labels as (

    select fan_sk, label
    from work_run_now.churn_labels

),

final as (

    select
        f.fan_sk,
        f.wonder_id,
        f.snapshot_date,
        f.loyalty_tier,
        f.days_since_last_engagement,
        f.engagement_score,
        f.loyalty_score,
        f.value_score,
        f.sentiment_score,
        f.spend_last_30d,
        f.spend_prior_60d,
        f.engagements_last_30d,
        f.tier_changes_90d,
        f.complaint_count,
        b.churn_risk_score,
        l.label
    from features as f
    inner join baseline as b on b.fan_sk = f.fan_sk
    inner join labels as l on l.fan_sk = f.fan_sk

)

select * from final
