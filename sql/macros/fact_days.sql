{#- Per day of a fact: all rows and those of known fans, as landed and less the copies. -#}
{% macro fact_days(table_name) -%}
select '{{ table_name }}' as source_table, date_key, count(*) as all_rows, 0 as known_rows from {{ source('landing', table_name) }} group by date_key union all select '{{ table_name }}' as source_table, r.date_key, 0 as all_rows, count(*) as known_rows from {{ source('landing', table_name) }} as r inner join {{ ref('stg_fans') }} as f on f.fan_sk = r.fan_sk group by r.date_key
{%- endmacro %}
