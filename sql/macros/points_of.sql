{#- The points of a text by a mapping, compared exactly; anything else has the default. -#}
{% macro points_of(text, points, default_points) -%}
case {{ text }}{% for name, amount in points | dictsort %} when '{{ name }}' then {{ amount }}{% endfor %} else {{ default_points }} end
{%- endmacro %}
