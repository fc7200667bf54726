{#- Whether a block of keys has one twice. Every key is a power of two: different ones are as many as there are bits in
    their bitwise or, and add up to it; repeated ones are more. -#}
{% macro repeats_in_block(key) -%}
{% if target.type == 'duckdb' %}count({{ key }}) <> bit_count(bit_or(cast(1 as ubigint) << cast({{ key }} & 63 as ubigint))){% else %}sum(bitshiftleft(1, mod(mod({{ key }}, 62) + 62, 62))) <> bitor_agg(bitshiftleft(1, mod(mod({{ key }}, 62) + 62, 62))){% endif %}
{%- endmacro %}
