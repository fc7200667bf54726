{#- A weight as a DECIMAL literal, for arithmetic on stored scores. -#}
{% macro exact(amount) -%}
cast({{ amount }} as decimal(6, 4))
{%- endmacro %}
