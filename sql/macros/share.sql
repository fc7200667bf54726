{#- A share or rank of 0..1 as it is stored. -#}
{% macro share(amount) -%}
cast({{ amount }} as decimal(9, 6))
{%- endmacro %}
