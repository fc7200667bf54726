{#- The tier of a WonderScore: the highest whose lowest score is reached. -#}
{% macro wonder_tier(wonder_score) -%}
case{% for name, lowest in var('wonder_tiers') | dictsort(by='value', reverse=true) %} when {{ wonder_score }} >= {{ lowest }} then '{{ name }}'{% endfor %} else '{{ var("lowest_wonder_tier") }}' end
{%- endmacro %}
