

-- Rows of every fact per day, and those of known fans, copies left out: what the counts of dirty rows come from.
with counted as (

    select 'fact_engagement' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_engagement group by date_key union all select 'fact_engagement' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_engagement as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_spend' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_spend group by date_key union all select 'fact_spend' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_spend as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_loyalty' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_loyalty group by date_key union all select 'fact_loyalty' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_loyalty as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_sentiment' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_sentiment group by date_key union all select 'fact_sentiment' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_sentiment as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_attendance' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_attendance group by date_key union all select 'fact_attendance' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_attendance as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_hospitality' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_hospitality group by date_key union all select 'fact_hospitality' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_hospitality as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select 'fact_advocacy' as source_table, date_key, count(*) as all_rows, 0 as known_rows from landing.fact_advocacy group by date_key union all select 'fact_advocacy' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from landing.fact_advocacy as r inner join work_run_now.stg_fans as f on f.fan_sk = r.fan_sk group by r.date_key
    union all
    select d.source_table, d.date_key, -count(*) as all_rows, -count(f.fan_sk) as known_rows
    from work_run_now.stg_dropped_copies as d
    left join work_run_now.stg_fans as f on f.fan_sk = d.fan_sk
    group by d.source_table, d.date_key

),

final as (

    select
        source_table,
        date_key,
        cast(sum(all_rows) as bigint) as all_rows,
        cast(sum(known_rows) as bigint) as known_rows
    from counted
    group by source_table, date_key

)

select * from final
