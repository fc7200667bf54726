-- The features of the ltv model as a published run had them.
with daily as (

    select *
    from analytics.mart_wonderscore_daily
    where
        run_id = ?
        and score_date = cast(? as date)

),

inputs as (

    select *
    from analytics.mart_score_inputs
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select
        d.fan_sk,
        d.wonder_id,
        d.score_date as snapshot_date,
        d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, d.advocacy_score, coalesce(i.account_age_days, 0) as account_age_days, i.lifetime_value as total_spend_lifetime, coalesce(cast(round(cast(cast(i.lifetime_value as double) / nullif(i.orders_lifetime, 0) as decimal(28, 10)), 6) as decimal(24, 6)), 0) as avg_order_value, cast(round(cast(cast(30 * i.orders_lifetime as double) / greatest(coalesce(i.account_age_days, 0), 30) as decimal(28, 10)), 6) as decimal(24, 6)) as purchase_frequency
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

)

select * from final
