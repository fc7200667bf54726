{{ config(meta={'of_landing': true}) }}

-- Rows of every fact per day, and those of known fans, copies left out: what the counts of dirty rows come from.
with counted as (

    {{ fact_days('fact_engagement') }}
    union all
    {{ fact_days('fact_spend') }}
    union all
    {{ fact_days('fact_loyalty') }}
    union all
    {{ fact_days('fact_sentiment') }}
    union all
    {{ fact_days('fact_attendance') }}
    union all
    {{ fact_days('fact_hospitality') }}
    union all
    {{ fact_days('fact_advocacy') }}
    union all
    select d.source_table, d.date_key, -count(*) as all_rows, -count(f.fan_sk) as known_rows
    from {{ ref('stg_dropped_copies') }} as d
    left join {{ ref('stg_fans') }} as f on f.fan_sk = d.fan_sk
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
