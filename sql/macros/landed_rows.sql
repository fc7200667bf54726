{#- How many rows a landing table holds. -#}
{% macro landed_rows(table_name) -%}
select '{{ table_name }}' as source_table, count(*) as rows_read from {{ source('landing', table_name) }}
{%- endmacro %}
