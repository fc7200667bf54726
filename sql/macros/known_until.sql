{#- The last day a training may know of; the as-of date where nothing is trained. -#}
{% macro known_until() -%}
cast('{{ var("as_of") if var("known_until") == "as_of" else var("known_until") }}' as date)
{%- endmacro %}
