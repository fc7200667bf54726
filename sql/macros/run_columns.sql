{#- The stamp every published row carries. -#}
{% macro run_columns() -%}
{{ as_of() }} as score_date, cast('{{ var("calculated_at") }}' as timestamp) as calculated_at, '{{ var("run_id") }}' as run_id
{%- endmacro %}
