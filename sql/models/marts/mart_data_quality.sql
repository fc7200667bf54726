{{ config(meta={'stage': 'clean'}) }}

-- How many rows were read and why some did not count: each row once, at the first of unknown fan, no date, after D.
with landed as (

    {{ landed_rows('dim_fan') }}
    union all
    {{ landed_rows('dim_event') }}
    union all
    {{ landed_rows('dim_product') }}
    union all
    {{ landed_rows('dim_campaign') }}
    union all
    {{ landed_rows('fact_engagement') }}
    union all
    {{ landed_rows('fact_spend') }}
    union all
    {{ landed_rows('fact_loyalty') }}
    union all
    {{ landed_rows('fact_sentiment') }}
    union all
    {{ landed_rows('fact_attendance') }}
    union all
    {{ landed_rows('fact_hospitality') }}
    union all
    {{ landed_rows('fact_advocacy') }}

),

fact_days as (

    select
        source_table,
        all_rows,
        known_rows,
        date_key,
        coalesce({{ is_calendar_day('date_key') }}, false) as has_date
    from {{ ref('int_fact_days') }}

),

facts as (

    select
        source_table,
        sum(all_rows) as kept_rows,
        sum(all_rows - known_rows) as unknown_fan,
        sum(case when has_date then 0 else known_rows end) as no_date,
        sum(case when has_date and date_key > {{ date_key(as_of()) }} then known_rows else 0 end) as after_as_of
    from fact_days
    group by source_table

),

dimension_copies as (

    select 'dim_fan' as source_table, sum(case when fan_sk is not null and wonder_id is not null then 1 else 0 end) - (select count(*) from {{ ref('stg_fans') }}) as duplicates
    from {{ source('landing', 'dim_fan') }}
    union all
    {{ surplus_rows('dim_event', 'event_sk') }}
    union all
    {{ surplus_rows('dim_product', 'product_sk') }}
    union all
    {{ surplus_rows('dim_campaign', 'campaign_sk') }}

),

missing_keys as (

    select 'dim_fan' as source_table, count(case when fan_sk is null or wonder_id is null then 1 end) as missing_key
    from {{ source('landing', 'dim_fan') }}

),

out_of_range as (

    select source_table, out_of_range
    from {{ ref('int_out_of_range') }}

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
        {{ run_columns() }}
    from landed as l
    left join dimension_copies as d on d.source_table = l.source_table
    left join facts as f on f.source_table = l.source_table
    left join out_of_range as o on o.source_table = l.source_table
    left join missing_keys as m on m.source_table = l.source_table

)

select * from final
