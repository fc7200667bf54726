-- Binds: run_id. What a run left out of each landing table, and why.
with final as (

    select source_table, rows_read, duplicates, out_of_range, unknown_fan, no_date, after_as_of, missing_key
    from analytics.mart_data_quality
    where run_id = ?
    order by source_table

)

select * from final
