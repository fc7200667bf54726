{#- Whether a fan, given as the alias of a mart, is among those who may be written to, or among the others, whichever
    the var `contactable` asks for ('true', 'false'; 'any': everybody). -#}
{% macro contactable_as_asked(fan) -%}
{% if var('contactable', 'any') == 'true' -%}
{{ is_contactable(fan) }}
{%- elif var('contactable', 'any') == 'false' -%}
not {{ is_contactable(fan) }}
{%- else -%}
true
{%- endif %}
{%- endmacro %}
