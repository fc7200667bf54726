-- Every mart has one row per key and run.
with final as (

    {{ repeated_rows('mart_wonderscore_daily', 'fan_sk') }}
    union all
    {{ repeated_rows('mart_wonderscore_daily', 'wonder_id') }}
    union all
    {{ repeated_rows('mart_wonderscore_extended', 'fan_sk') }}
    union all
    {{ repeated_rows('mart_score_inputs', 'fan_sk') }}
    union all
    {{ repeated_rows('mart_segment_members', 'segment, fan_sk') }}
    union all
    {{ repeated_rows('mart_segment_summary', 'segment') }}
    union all
    {{ repeated_rows('mart_segment_movers', 'segment, wonder_id') }}
    union all
    {{ repeated_rows('mart_department_metrics', 'department, kind, metric, dimension, dimension_value') }}
    union all
    {{ repeated_rows('mart_data_quality', 'source_table') }}

)

select * from final
