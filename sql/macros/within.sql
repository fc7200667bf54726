{#- A value, or null where it is outside its allowed range (or is null itself). -#}
{% macro within(amount, low, high) -%}
case when {{ amount }} between {{ low }} and {{ high }} then {{ amount }} end
{%- endmacro %}
