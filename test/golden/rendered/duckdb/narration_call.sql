-- The call for a text, if there was one, and what a model wrote.
with final as (

    select model, written, called_at
    from analytics.narration_calls
    where
        run_id = ?
        and department = ?
        and kind = ?
    order by called_at nulls last, written nulls last
    limit 1

)

select * from final
