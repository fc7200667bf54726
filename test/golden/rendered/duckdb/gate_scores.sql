-- Binds: run_id, score_date, run_id, score_date. What is wrong with the rows a run wrote.
with daily as (

    select
        count(*) as fans,
        count(*) - count(distinct wonder_id) as repeated_fans,
        sum(case when
            coalesce(wonder_score, -1) not between 0 and 100
            or coalesce(percentile_rank, -1) not between 0 and 100
            or coalesce(engagement_score, -1) not between 0 and 100
            or coalesce(loyalty_score, -1) not between 0 and 100
            or coalesce(value_score, -1) not between 0 and 100
            or coalesce(sentiment_score, -1) not between 0 and 100
            or coalesce(advocacy_score, -1) not between 0 and 100
            then 1 else 0 end) as impossible_scores
    from analytics.mart_wonderscore_daily
    where run_id = ? and score_date = cast(? as date)

),

extended as (

    select
        count(*) as fans,
        sum(case when
            hospitality_experience_score not between 0 and 100
            or digital_affinity_score not between 0 and 100
            or revenue_efficiency_score not between 0 and 100
            or coalesce(churn_risk_score, -1) not between 0 and 100
            or coalesce(churn_risk, -1) not between 0 and 100
            then 1 else 0 end) as impossible_scores
    from analytics.mart_wonderscore_extended
    where run_id = ? and score_date = cast(? as date)

),

final as (

    select
        d.fans,
        e.fans as extended_fans,
        d.repeated_fans,
        coalesce(d.impossible_scores, 0) + coalesce(e.impossible_scores, 0) as impossible_scores
    from daily as d
    cross join extended as e

)

select * from final
