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

model_inputs as (

    select *
    from analytics.mart_model_inputs
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select
        d.fan_sk,
        d.wonder_id,
        d.score_date as snapshot_date,
        m.days_since_last_engagement, d.engagement_score, d.loyalty_score, d.value_score, d.sentiment_score, m.spend_last_30d, m.spend_prior_60d, m.engagements_last_30d, i.tier_changes as tier_changes_90d, i.complaints as complaint_count
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk
    inner join model_inputs as m on m.fan_sk = d.fan_sk

)

select * from final
