

with sentiment as (

    select 'fact_sentiment' as source_table, cast(sum(values_out_of_range) as bigint) as out_of_range
    from work_run_now.stg_sentiment

),

hospitality as (

    select 'fact_hospitality' as source_table, cast(sum(values_out_of_range) as bigint) as out_of_range
    from work_run_now.stg_hospitality

),

final as (

    select source_table, coalesce(out_of_range, 0) as out_of_range from sentiment
    union all
    select source_table, coalesce(out_of_range, 0) as out_of_range from hospitality

)

select * from final
