

-- What the LTV model is asked with, and learns from at a snapshot.
with daily as (

    select fan_sk, wonder_id, score_date, loyalty_tier, engagement_score, loyalty_score, value_score, sentiment_score, advocacy_score
    from analytics.mart_wonderscore_daily
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

inputs as (

    select *
    from analytics.mart_score_inputs
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

final as (

    select
        d.fan_sk,
        d.wonder_id,
        d.score_date as snapshot_date,
        d.loyalty_tier,
        d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, d.advocacy_score, coalesce(i.account_age_days, 0) as account_age_days, i.lifetime_value as total_spend_lifetime, coalesce(cast(round(cast(cast(i.lifetime_value as double) / nullif(i.orders_lifetime, 0) as decimal(28, 10)), 6) as decimal(24, 6)), 0) as avg_order_value, cast(round(cast(cast(30 * i.orders_lifetime as double) / greatest(coalesce(i.account_age_days, 0), 30) as decimal(28, 10)), 6) as decimal(24, 6)) as purchase_frequency
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

)

select * from final
