{#- Which block of 62 consecutive keys a key falls into. Whole division is spelled differently per engine. -#}
{% macro bit_bucket(key) -%}
{% if target.type == 'duckdb' %}({{ key }} // 62){% else %}floor({{ key }} / 62){% endif %}
{%- endmacro %}
