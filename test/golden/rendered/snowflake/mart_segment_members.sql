

with daily as (

    select fan_sk, wonder_id, wonder_score, engagement_score, value_score, advocacy_score
    from analytics.mart_wonderscore_daily
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

extended as (

    select fan_sk, churn_risk, account_age_days
    from analytics.mart_wonderscore_extended
    where run_id = 'run_now' and score_date = cast('2025-03-01' as date)

),

fans as (

    select
        d.fan_sk,
        d.wonder_id,
        d.wonder_score,
        d.engagement_score,
        d.value_score,
        d.advocacy_score,
        e.churn_risk,
        e.account_age_days
    from daily as d
    inner join extended as e on e.fan_sk = d.fan_sk

),

members as (

    select 'elite' as segment, fan_sk, wonder_id, wonder_score from fans where wonder_score >= 85
    union all
    select 'champions' as segment, fan_sk, wonder_id, wonder_score from fans where wonder_score >= 70 and wonder_score < 85
    union all
    select 'at_risk' as segment, fan_sk, wonder_id, wonder_score from fans where churn_risk >= 70
    union all
    select 'high_value' as segment, fan_sk, wonder_id, wonder_score from fans where value_score >= 80
    union all
    select 'inactive' as segment, fan_sk, wonder_id, wonder_score from fans where engagement_score < 30
    union all
    select 'advocates' as segment, fan_sk, wonder_id, wonder_score from fans where advocacy_score >= 70
    union all
    select 'new_members' as segment, fan_sk, wonder_id, wonder_score from fans where account_age_days <= 90

),

final as (

    select
        segment,
        wonder_id,
        fan_sk,
        wonder_score,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from members

)

select * from final
