-- The features of the churn model as a published run had them.
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
        i.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, i.spend_last_30d, cast(least(greatest(coalesce(i.revenue - i.spend_last_30d, 0), -9999999999999999), 9999999999999999) as decimal(18, 2)) as spend_prior_60d, i.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

)

select * from final
