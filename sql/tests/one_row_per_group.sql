-- Steps whose key is several columns have one row per key; steps with one key column test it in their yml.
with final as (

    {{ repeated_groups('stg_repeated_keys', 'source_table, repeated_key') }}
    union all
    {{ repeated_groups('stg_repeated_transactions', 'transaction_id, spend_sk') }}
    union all
    {{ repeated_groups('int_fact_days', 'source_table, date_key') }}
    union all
    {{ repeated_groups('int_fan_groups', 'wonder_score_tier, loyalty_tier, primary_sport, primary_affiliation, marketing_opt_in') }}
    union all
    {{ repeated_groups('int_department_groups', 'department, wonder_score_tier, loyalty_tier, primary_sport, primary_affiliation, marketing_opt_in') }}
    union all
    {{ repeated_groups('int_department_totals', 'department, is_total, dimension_value') }}
    union all
    {{ repeated_groups('int_insight_members', 'department, dimension, cell_id') }}
    union all
    {{ repeated_groups('int_activity_cells', 'days_before, cell_id') }}
    union all
    {{ repeated_groups('int_activity_active', 'department, metric') }}
    union all
    {{ repeated_groups('int_activity_groups', 'department, dimension, dimension_value, days_before, is_now') }}
    union all
    {{ repeated_groups('int_insight_groups', 'department, dimension, dimension_value') }}

)

select * from final
