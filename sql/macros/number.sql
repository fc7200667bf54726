{#- A weight, threshold or default as a DOUBLE literal; plain 0.35 would be a DECIMAL in one engine. -#}
{% macro number(amount) -%}
cast({{ amount }} as double)
{%- endmacro %}
