{#- round2 of the scoring spec: to 8 decimals, then to 2, half away from zero; stored as DECIMAL(5,2). -#}
{% macro score(points) -%}
cast(round(cast({{ points }} as decimal(18, 8)), 2) as decimal(5, 2))
{%- endmacro %}
