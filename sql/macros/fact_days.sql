{#- Per day: all rows of a fact, and those of known fans. -#}
{% macro fact_days(table_name, staged) -%}
select '{{ table_name }}' as source_table, a.date_key, a.all_rows, coalesce(k.known_rows, 0) as known_rows from (select date_key, count(*) as all_rows from {{ ref(staged) }} group by date_key) as a left join (select s.date_key, count(*) as known_rows from {{ ref(staged) }} as s inner join {{ ref('stg_fans') }} as f on f.fan_sk = s.fan_sk group by s.date_key) as k on k.date_key is not distinct from a.date_key
{%- endmacro %}
