{#- A DOUBLE between two bounds; null inside counts as the lower bound, so that both engines agree. -#}
{% macro clip(amount, low, high) -%}
least(greatest(coalesce({{ amount }}, {{ low }}), {{ low }}), {{ high }})
{%- endmacro %}
