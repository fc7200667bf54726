{#- Bitwise or over a group. -#}
{% macro bit_or_of(bits) -%}
{% if target.type == 'duckdb' %}bit_or({{ bits }}){% else %}bitor_agg({{ bits }}){% endif %}
{%- endmacro %}
