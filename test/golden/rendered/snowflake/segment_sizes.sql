-- Fans in scope per segment of a run; a segment without fans has no row.
with members as (

    select segment, fan_sk, wonder_id
    from analytics.mart_segment_members
    where
        run_id = ?
        and score_date = cast(? as date)

),

final as (

    select m.segment, count(*) as fans
    from members as m
    where true
    group by m.segment

)

select * from final
