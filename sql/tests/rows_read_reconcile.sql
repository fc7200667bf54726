-- Every row that landed is kept or dropped as a copy, and the counts say so; no row is counted twice.
with staged as (

    {{ staged_rows('fact_engagement', 'stg_engagement') }}
    union all
    {{ staged_rows('fact_spend', 'stg_spend') }}
    union all
    {{ staged_rows('fact_loyalty', 'stg_loyalty') }}
    union all
    {{ staged_rows('fact_sentiment', 'stg_sentiment') }}
    union all
    {{ staged_rows('fact_attendance', 'stg_attendance') }}
    union all
    {{ staged_rows('fact_hospitality', 'stg_hospitality') }}
    union all
    {{ staged_rows('fact_advocacy', 'stg_advocacy') }}

),

quality as (

    select source_table, rows_read, duplicates, out_of_range, unknown_fan, no_date, after_as_of
    from {{ ref('mart_data_quality') }}
    where {{ of_this_run() }}

),

final as (

    select s.source_table, s.landed, s.kept, s.dropped
    from staged as s
    left join quality as q on q.source_table = s.source_table
    where s.landed <> s.kept + s.dropped
        or coalesce(q.rows_read, -1) <> s.landed
        or coalesce(q.duplicates, -1) <> s.dropped
    union all
    select source_table, rows_read as landed, duplicates as kept, unknown_fan + no_date + after_as_of as dropped
    from quality
    where rows_read < duplicates + unknown_fan + no_date + after_as_of
        or least(rows_read, duplicates, out_of_range, unknown_fan, no_date, after_as_of) < 0

)

select * from final
