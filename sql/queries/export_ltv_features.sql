-- The features of the ltv model as a published run had them.
with daily as (

    select *
    from {{ ref('mart_wonderscore_daily') }}
    where
        run_id = ?
        and score_date = cast(? as date)

),

inputs as (

    select *
    from {{ ref('mart_score_inputs') }}
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select
        d.fan_sk,
        d.wonder_id,
        d.score_date as snapshot_date,
        {{ ltv_feature_columns() }}
    from daily as d
    inner join inputs as i on i.fan_sk = d.fan_sk

)

select * from final
