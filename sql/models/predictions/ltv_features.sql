{{ config(materialized='view', meta={'stage': 'extend'}) }}

-- What the LTV model is asked with, and learns from at a snapshot.
with daily as (

    select fan_sk, wonder_id, score_date, loyalty_tier, engagement_score, loyalty_score, value_score, sentiment_score, advocacy_score
    from {{ ref('mart_wonderscore_daily') }}
    where {{ of_this_run() }}

),

inputs as (

    select *
    from {{ ref('mart_score_inputs') }}
    where {{ of_this_run() }}

),

final as (

    select
        d.fan_sk,
        d.wonder_id,
        d.score_date as snapshot_date,
        d.loyalty_tier,
        {{ ltv_feature_columns() }}
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

)

select * from final
