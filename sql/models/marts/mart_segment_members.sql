{{ config(meta={'stage': 'predict'}) }}

with daily as (

    select fan_sk, wonder_id, wonder_score, engagement_score, value_score, advocacy_score
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

extended as (

    select fan_sk, churn_risk, account_age_days
    from {{ ref('mart_wonderscore_extended') }}
    where {{ of_this_run() }}

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

    select 'elite' as segment, fan_sk, wonder_id, wonder_score from fans where wonder_score >= {{ var('segments').elite_min }}
    union all
    select 'champions' as segment, fan_sk, wonder_id, wonder_score from fans where wonder_score >= {{ var('segments').champions_min }} and wonder_score < {{ var('segments').elite_min }}
    union all
    select 'at_risk' as segment, fan_sk, wonder_id, wonder_score from fans where churn_risk >= {{ var('segments').at_risk_min }}
    union all
    select 'high_value' as segment, fan_sk, wonder_id, wonder_score from fans where value_score >= {{ var('segments').high_value_min }}
    union all
    select 'inactive' as segment, fan_sk, wonder_id, wonder_score from fans where engagement_score < {{ var('segments').inactive_below }}
    union all
    select 'advocates' as segment, fan_sk, wonder_id, wonder_score from fans where advocacy_score >= {{ var('segments').advocates_min }}
    union all
    select 'new_members' as segment, fan_sk, wonder_id, wonder_score from fans where account_age_days <= {{ var('segments').new_member_days }}

),

final as (

    select
        segment,
        wonder_id,
        fan_sk,
        wonder_score,
        {{ run_columns() }}
    from members

)

select * from final
