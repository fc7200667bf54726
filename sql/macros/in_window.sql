{#- key(D - days) <= date_key <= key(D), as constants: they let an engine skip what lies outside. -#}
{% macro in_window(days) -%}
date_key between {{ key_before(days) }} and {{ date_key(as_of()) }}
{%- endmacro %}
