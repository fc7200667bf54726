{#- The as-of date D of the run. -#}
{% macro as_of() -%}
cast('{{ var("as_of") }}' as date)
{%- endmacro %}
