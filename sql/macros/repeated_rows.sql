{#- The keys that more than one row of a mart has in one run. -#}
{% macro repeated_rows(mart, key) -%}
select '{{ mart }}' as mart, run_id, count(*) as rows_of_key from {{ ref(mart) }} group by run_id, {{ key }} having count(*) > 1
{%- endmacro %}
