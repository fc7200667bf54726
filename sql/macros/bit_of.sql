{#- A power of two, 2^0 to 2^61, for a key's place in its block. -#}
{% macro bit_of(key) -%}
{% if target.type == 'duckdb' %}(cast(1 as bigint) << cast(mod(mod({{ key }}, 62) + 62, 62) as integer)){% else %}bitshiftleft(1, mod(mod({{ key }}, 62) + 62, 62)){% endif %}
{%- endmacro %}
