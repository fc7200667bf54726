-- The segments one fan is in.
with final as (

    select segment
    from analytics.mart_segment_members
    where
        run_id = ?
        and score_date = cast(? as date)
        and wonder_id = ?

)

select * from final
