-- Fans in scope of a run.
with daily as (

    select fan_sk, wonder_id
    from {{ ref('mart_wonderscore_daily') }}
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select count(*) as fans
    from daily as d
    where {{ in_scope('d') }}

)

select * from final
