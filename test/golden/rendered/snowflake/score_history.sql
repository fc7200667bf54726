-- One row per published day for one fan, oldest first.
with runs as (

    select run_id, score_date
    from analytics.score_runs
    where
        published
        and score_date <= cast(? as date)
        and score_date > cast(? as date) - cast(? as integer)

),

daily as (

    select *
    from analytics.mart_wonderscore_daily
    where
        wonder_id = ?
        and score_date <= cast(? as date)
        and score_date > cast(? as date) - cast(? as integer)

),

extended as (

    select fan_sk, run_id, churn_risk, churn_source
    from analytics.mart_wonderscore_extended
    where
        wonder_id = ?
        and score_date <= cast(? as date)
        and score_date > cast(? as date) - cast(? as integer)

),

final as (

    select
        d.score_date,
        d.run_id,
        d.wonder_score,
        d.wonder_score_tier,
        d.percentile_rank,
        d.engagement_score,
        d.loyalty_score,
        d.value_score,
        d.sentiment_score,
        d.advocacy_score,
        e.churn_risk,
        e.churn_source
    from daily as d
    inner join runs as r on r.run_id = d.run_id
    inner join extended as e on e.run_id = d.run_id and e.fan_sk = d.fan_sk
    where true
    order by d.score_date

)

select * from final
