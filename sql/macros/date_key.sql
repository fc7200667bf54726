{#- The date_key of a calendar day: yyyymmdd as an integer. -#}
{% macro date_key(day) -%}
cast(extract(year from {{ day }}) * 10000 + extract(month from {{ day }}) * 100 + extract(day from {{ day }}) as bigint)
{%- endmacro %}
