

-- How many rows were read and why some did not count: each row once, at the first of unknown fan, no date, after D.
with landed as (

    select 'dim_fan' as source_table, count(*) as rows_read from landing.dim_fan
    union all
    select 'dim_event' as source_table, count(*) as rows_read from landing.dim_event
    union all
    select 'dim_product' as source_table, count(*) as rows_read from landing.dim_product
    union all
    select 'dim_campaign' as source_table, count(*) as rows_read from landing.dim_campaign
    union all
    select 'fact_engagement' as source_table, count(*) as rows_read from landing.fact_engagement
    union all
    select 'fact_spend' as source_table, count(*) as rows_read from landing.fact_spend
    union all
    select 'fact_loyalty' as source_table, count(*) as rows_read from landing.fact_loyalty
    union all
    select 'fact_sentiment' as source_table, count(*) as rows_read from landing.fact_sentiment
    union all
    select 'fact_attendance' as source_table, count(*) as rows_read from landing.fact_attendance
    union all
    select 'fact_hospitality' as source_table, count(*) as rows_read from landing.fact_hospitality
    union all
    select 'fact_advocacy' as source_table, count(*) as rows_read from landing.fact_advocacy

),

fact_days as (

    select
        source_table,
        all_rows,
        known_rows,
        date_key,
        coalesce((date_key between 10101 and 99991231 and mod(date_key, 10000) between 101 and 1231 and (mod(date_key, 100) between 1 and 28 or mod(date_key, 100) between 29 and case when mod(floor(date_key / 1e2), 100) in (4, 6, 9, 11) then 30 when mod(floor(date_key / 1e2), 100) <> 2 then 31 when mod(floor(date_key / 1e4), 4) = 0 and (mod(floor(date_key / 1e4), 100) <> 0 or mod(floor(date_key / 1e4), 400) = 0) then 29 else 28 end)), false) as has_date
    from work_run_now.int_fact_days

),

facts as (

    select
        source_table,
        sum(all_rows) as kept_rows,
        sum(all_rows - known_rows) as unknown_fan,
        sum(case when has_date then 0 else known_rows end) as no_date,
        sum(case when has_date and date_key > cast(extract(year from cast('2025-03-01' as date)) * 10000 + extract(month from cast('2025-03-01' as date)) * 100 + extract(day from cast('2025-03-01' as date)) as bigint) then known_rows else 0 end) as after_as_of
    from fact_days
    group by source_table

),

dimension_copies as (

    select 'dim_fan' as source_table, sum(case when fan_sk is not null and wonder_id is not null then 1 else 0 end) - (select count(*) from work_run_now.stg_fans) as duplicates
    from landing.dim_fan
    union all
    select 'dim_event' as source_table, count(event_sk) - count(distinct event_sk) as duplicates from landing.dim_event
    union all
    select 'dim_product' as source_table, count(product_sk) - count(distinct product_sk) as duplicates from landing.dim_product
    union all
    select 'dim_campaign' as source_table, count(campaign_sk) - count(distinct campaign_sk) as duplicates from landing.dim_campaign

),

missing_keys as (

    select 'dim_fan' as source_table, count(case when fan_sk is null or wonder_id is null then 1 end) as missing_key
    from landing.dim_fan

),

out_of_range as (

    select source_table, out_of_range
    from work_run_now.int_out_of_range

),

final as (

    select
        l.source_table,
        l.rows_read,
        cast(coalesce(d.duplicates, l.rows_read - coalesce(f.kept_rows, 0), 0) as bigint) as duplicates,
        cast(coalesce(o.out_of_range, 0) as bigint) as out_of_range,
        cast(coalesce(f.unknown_fan, 0) as bigint) as unknown_fan,
        cast(coalesce(f.no_date, 0) as bigint) as no_date,
        cast(coalesce(f.after_as_of, 0) as bigint) as after_as_of,
        cast(coalesce(m.missing_key, 0) as bigint) as missing_key,
        cast('2025-03-01' as date) as score_date, cast('2025-03-02 02:00:00' as timestamp) as calculated_at, 'run_now' as run_id
    from landed as l
    left join dimension_copies as d on d.source_table = l.source_table
    left join facts as f on f.source_table = l.source_table
    left join out_of_range as o on o.source_table = l.source_table
    left join missing_keys as m on m.source_table = l.source_table

)

select * from final
