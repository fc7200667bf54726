-- Binds: run_id. What a run left out and why, over all landing tables.
with quality as (

    select duplicates, unknown_fan, no_date, after_as_of, out_of_range, missing_key
    from analytics.mart_data_quality
    where run_id = ?

),

final as (

    select
        cast(coalesce(sum(duplicates), 0) as bigint) as duplicates,
        cast(coalesce(sum(unknown_fan), 0) as bigint) as unknown_fan,
        cast(coalesce(sum(no_date), 0) as bigint) as no_date,
        cast(coalesce(sum(after_as_of), 0) as bigint) as after_as_of,
        cast(coalesce(sum(out_of_range), 0) as bigint) as out_of_range,
        cast(coalesce(sum(missing_key), 0) as bigint) as missing_key
    from quality

)

select * from final
