{#- key(D - days). -#}
{% macro key_before(days) -%}
{{ date_key('(' ~ as_of() ~ ' - ' ~ days ~ ')') }}
{%- endmacro %}
