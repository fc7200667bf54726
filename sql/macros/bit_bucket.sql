{#- Which block of 62 or 64 consecutive keys a key falls into. Whole division is spelled differently per engine, and a
    shift is several times cheaper than a division where there is one. -#}
{% macro bit_bucket(key) -%}
{% if target.type == 'duckdb' %}({{ key }} >> 6){% else %}floor({{ key }} / 62){% endif %}
{%- endmacro %}
