{#- An average that does not depend on the order of rows: an exact DECIMAL sum over a count. -#}
{% macro mean(amount) -%}
cast(sum({{ amount }}) as double) / nullif(count({{ amount }}), 0)
{%- endmacro %}
