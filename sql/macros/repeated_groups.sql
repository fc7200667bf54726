{#- The keys that more than one row of a step on the way to the marts has. -#}
{% macro repeated_groups(model, key) -%}
select '{{ model }}' as model, count(*) as rows_of_key from {{ ref(model) }} group by {{ key }} having count(*) > 1
{%- endmacro %}
