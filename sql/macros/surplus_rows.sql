{#- Copies in a dimension: rows beyond the first of each surrogate key. -#}
{% macro surplus_rows(table_name, key) -%}
select '{{ table_name }}' as source_table, count({{ key }}) - count(distinct {{ key }}) as duplicates from {{ source('landing', table_name) }}
{%- endmacro %}
