-- What the LTV model learns from, with last year's revenue to be better than.
with features as (

    select *
    from work_run_now.ltv_features

),

labels as (

    select fan_sk, net_revenue_prior_365d, label
    from work_run_now.ltv_labels

),

final as (

    select
        f.fan_sk,
        f.wonder_id,
        f.snapshot_date,
        f.loyalty_tier,
        f.engagement_score,
        f.loyalty_score,
        f.value_score,
        f.sentiment_score,
        f.advocacy_score,
        f.account_age_days,
        f.total_spend_lifetime,
        f.avg_order_value,
        f.purchase_frequency,
        l.net_revenue_prior_365d,
        l.label
    from features as f
    inner join labels as l on l.fan_sk = f.fan_sk

)

select * from final
