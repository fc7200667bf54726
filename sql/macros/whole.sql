{#- A sum of whole numbers as it is stored, at most the largest that every reader holds exactly (2^53 - 1). -#}
{% macro whole(amount) -%}
cast(least(greatest(coalesce({{ amount }}, 0), -9007199254740991), 9007199254740991) as bigint)
{%- endmacro %}
