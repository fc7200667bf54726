{#- Rule 3: an average or ratio is rounded to 6 decimals before it is ranked, so both engines see the same ties. -#}
{% macro ratio(amount) -%}
cast(round(cast({{ amount }} as decimal(28, 10)), 6) as decimal(24, 6))
{%- endmacro %}
