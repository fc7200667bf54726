{#- weight * 100 * percent rank, in DOUBLE. -#}
{% macro weighted(weight, percent_rank) -%}
{{ number(weight) }} * 100 * {{ percent_rank }}
{%- endmacro %}
