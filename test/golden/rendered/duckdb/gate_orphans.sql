-- Binds: run_id, least rows to judge, greatest share allowed. Facts of which too many belong to no known fan.
with quality as (

    select source_table, rows_read, unknown_fan
    from analytics.mart_data_quality
    where run_id = ?

),

final as (

    select source_table, rows_read, unknown_fan
    from quality
    where rows_read >= ? and cast(unknown_fan as double) / nullif(rows_read, 0) > ?

)

select * from final
order by source_table
