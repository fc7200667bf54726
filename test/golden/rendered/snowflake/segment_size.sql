-- Fans in scope of one segment of a run.
with members as (

    select fan_sk, wonder_id
    from analytics.mart_segment_members
    where
        segment = ?
        and run_id = ?
        and score_date = cast(? as date)

),

final as (

    select count(*) as fans
    from members as m
    where true

)

select * from final
